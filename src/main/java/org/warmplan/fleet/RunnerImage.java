package org.warmplan.fleet;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The container image go-livepeer starts for a workload unless it is told otherwise.
 *
 * @param name like {@code livepeer/ai-runner:latest}
 * @param doubt where it is not proven to work, null when nothing speaks against it
 */
public record RunnerImage(String name, @Nullable Doubt doubt) {
    /** Cards on which nobody has shown the image to work. That it fails there has not been shown either. */
    public record Doubt(Set<Architecture> architectures, String reason, String source) {
        public Doubt {
            architectures = Set.copyOf(architectures);
        }
    }

    /** The doubt about this image on such cards, if there is one. */
    public Optional<Doubt> findDoubt(Architecture architecture) {
        return doubt != null && doubt.architectures().contains(architecture) ? Optional.of(doubt) : Optional.empty();
    }
}
