package org.warmplan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.worker.Advertised;
import org.warmplan.worker.AskedPrice;
import org.warmplan.worker.UnparsedException;
import org.warmplan.worker.lint.Checked;
import org.warmplan.worker.lint.Known;
import org.warmplan.worker.lint.Lint;
import org.warmplan.worker.lint.LoadTimes;
import org.warmplan.worker.lint.Severity;

/** What is to be said of an aiModels.json before anybody restarts a node with it. */
public sealed interface Check {
    /** What to call the file. */
    String file();

    /** Whether the node comes up. */
    boolean starts();

    /** Whether anything speaks against it: it does not start, or a finding is an error. */
    default boolean isClean() {
        return starts();
    }

    /** It cannot even be read. */
    record Unreadable(String file, UnparsedException why) implements Check {
        @Override
        public boolean starts() {
            return false;
        }
    }

    /**
     * It was started in thought.
     *
     * @param worker the worker of the fleet it was checked for, null when no fleet was given
     * @param known figures it was held against
     * @param prices what is asked, empty where the process sets no prices
     * @param announced what gateways are told: by this node, or by the orchestrator of all remote workers
     * @param load how long the start takes
     * @param lints errors first
     */
    record Started(
            String file,
            @Nullable String worker,
            Checked checked,
            Known known,
            List<AskedPrice> prices,
            List<Advertised> announced,
            LoadTimes load,
            List<Lint> lints)
            implements Check {
        public Started {
            prices = List.copyOf(prices);
            announced = List.copyOf(announced);
            lints = List.copyOf(lints);
        }

        @Override
        public boolean starts() {
            return checked.startup().starts();
        }

        @Override
        public boolean isClean() {
            return starts() && lints.stream().noneMatch(lint -> lint.severity() == Severity.ERROR);
        }
    }
}
