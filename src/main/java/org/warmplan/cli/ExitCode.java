package org.warmplan.cli;

import org.warmplan.domain.InfeasibleException;
import org.warmplan.domain.InputException;
import org.warmplan.domain.UsageException;

/** What the program ends with. */
enum ExitCode {
    DONE(0),
    OUR_FAULT(1),
    WRONG_USAGE(2),
    BAD_INPUT(3),
    NO_PLAN(4),
    CHANGES(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Throwable failure) {
        if (failure instanceof UsageException) {
            return WRONG_USAGE;
        }
        if (failure instanceof InputException) {
            return BAD_INPUT;
        }
        return failure instanceof InfeasibleException ? NO_PLAN : OUR_FAULT;
    }
}
