package org.warmplan.worker.lint;

import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Startup;
import org.warmplan.worker.WorkerSetup;

/** A file with the process it is for, and what happens when that starts. */
public record Checked(AiModelsFile file, WorkerSetup setup, Startup startup) {
    /** Starts it in thought. */
    public static Checked of(AiModelsFile file, WorkerSetup setup) {
        return new Checked(file, setup, Startup.of(file, setup));
    }
}
