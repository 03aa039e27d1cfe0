package org.warmplan.cli;

import java.nio.charset.StandardCharsets;
import org.warmplan.domain.InputException;
import org.warmplan.worker.AiModelsFile;

/** Whether two aiModels.json files have the same entries to the letter, however they are laid out. */
final class SameEntries {
    private SameEntries() {}

    /** False as well when one of them cannot be read. */
    static boolean in(byte[] one, String other) {
        try {
            return AiModelsFile.read("one", new String(one, StandardCharsets.UTF_8))
                    .entries()
                    .equals(AiModelsFile.read("other", other).entries());
        } catch (InputException e) {
            return false;
        }
    }
}
