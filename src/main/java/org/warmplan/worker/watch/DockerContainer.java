package org.warmplan.worker.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A managed container as docker tells of it.
 *
 * @param id 12 to 64 hexadecimal digits
 * @param status docker's word, like {@code running}
 * @param pipeline from its environment, empty when that does not tell
 * @param modelId from its environment, empty when that does not tell
 * @param startedAt null when it never was
 */
public record DockerContainer(
        String id,
        String name,
        String status,
        boolean running,
        boolean restarting,
        boolean outOfMemory,
        int exitCode,
        int restarts,
        boolean unhealthy,
        String pipeline,
        String modelId,
        @Nullable Instant startedAt) {
    /** Its last digits, which tell card and place on it; empty when the name has another form. */
    String place() {
        int underscore = name.lastIndexOf('_');
        return underscore >= 0 && name.length() > underscore + 3 ? name.substring(underscore + 3) : "";
    }

    /** Whether it is for this workload, as far as is told; several model ids may have the same container name. */
    boolean isFor(PlannedSlot slot) {
        return (pipeline.isEmpty() || pipeline.equals(slot.workload().pipeline().slug()))
                && (modelId.isEmpty() || modelId.equals(slot.workload().modelId()))
                && name.startsWith(slot.namePrefix());
    }

    /** What of it may be shown. */
    String words() {
        StringBuilder words = new StringBuilder("%s is %s".formatted(name, status));
        if (startedAt != null && running) {
            words.append(" since ").append(startedAt);
        }
        if (!running && !status.equals("created")) {
            words.append(", exit code ").append(exitCode);
        }
        if (outOfMemory) {
            words.append(", killed for want of memory");
        }
        if (unhealthy) {
            words.append(", unhealthy");
        }
        return words.append(restarts > 0 ? ", restarted %s by docker".formatted(times(restarts)) : "")
                .toString();
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
