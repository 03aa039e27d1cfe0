package org.warmplan.worker.disk;

import java.util.List;
import java.util.stream.Collectors;
import org.warmplan.files.Visible;

/** Whether a workload's weights lie where its runner looks for them. */
public sealed interface OnDisk {
    /** One sentence for a person, without the workload's name. */
    String explain();

    /**
     * All that is looked for is there.
     *
     * @param bytes what the folders hold, in bytes; a folder may serve other workloads too
     * @param folders the workload's own first
     */
    record Complete(long bytes, List<SeenFolder> folders) implements OnDisk {
        public Complete {
            folders = List.copyOf(folders);
        }

        @Override
        public String explain() {
            return "The weights are on disk (%d bytes).".formatted(bytes);
        }
    }

    /**
     * Something is there, but not all: a download is going on or was cut, or a folder that is needed beside it is missing.
     *
     * @param bytes what the folders hold, in bytes
     * @param folders the workload's own first
     * @param fetchedAtStart whether the runner downloads what is missing when it starts; else it fails
     */
    record Incomplete(long bytes, List<SeenFolder> folders, boolean fetchedAtStart) implements OnDisk {
        public Incomplete {
            folders = List.copyOf(folders);
        }

        /** What is missing, folder by folder. */
        public String missing() {
            return folders.stream()
                    .filter(f -> !f.isComplete())
                    .map(f -> f.name() + ": " + f.why())
                    .collect(Collectors.joining("; "));
        }

        /** Whether only what is needed beside the workload's own weights is missing. */
        public boolean hasOwn() {
            return folders.get(0).isComplete();
        }

        @Override
        public String explain() {
            return "The weights are not all on disk (%s). %s".formatted(missing(), wayOut(fetchedAtStart));
        }
    }

    /**
     * The workload's own weights are not there at all.
     *
     * @param folders the workload's own first
     * @param fetchedAtStart whether the runner downloads what is missing when it starts; else it fails
     */
    record Absent(List<SeenFolder> folders, boolean fetchedAtStart) implements OnDisk {
        public Absent {
            folders = List.copyOf(folders);
        }

        @Override
        public String explain() {
            return "The weights are not on disk (no %s). %s"
                    .formatted(folders.get(0).name(), wayOut(fetchedAtStart));
        }
    }

    /**
     * Nobody knows.
     *
     * @param detail the folder or id that it is about, made visible; may be empty
     */
    record NotLookedAt(Why why, String detail) implements OnDisk {
        public NotLookedAt {
            detail = Visible.brief(detail, 200);
        }

        @Override
        public String explain() {
            return "Whether the weights are on disk was not looked at: %s%s."
                    .formatted(why.words, detail.isEmpty() ? "" : " (" + detail + ")");
        }
    }

    /** Why nothing was looked at. */
    enum Why {
        NO_FOLDER("the folder with the weights does not exist or cannot be reached"),
        UNREADABLE("a folder cannot be read"),
        TOO_MANY_FILES("there are more files than are looked at"),
        NO_WEIGHTS("it needs none"),
        IMAGE_UNKNOWN("what its image keeps on disk is not known"),
        ODD_MODEL_ID("the model id is no name of a model repository");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    private static String wayOut(boolean fetchedAtStart) {
        return fetchedAtStart
                ? "Maybe download them first: else the runner does, while its start limit runs."
                : "Maybe download them first: the runner does not do it and fails.";
    }
}
