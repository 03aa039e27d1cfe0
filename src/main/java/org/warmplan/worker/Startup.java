package org.warmplan.worker;

import java.util.List;
import java.util.Optional;
import org.warmplan.domain.Workload;

/**
 * What happens when a go-livepeer process starts with a file.
 *
 * @param placements every container that is started before the first stop, in the order of its slot
 * @param stops in the order they would be hit; the node shows the first, and the next once that is mended
 * @param neverServed entries no job can reach, in file order; empty when the node does not start
 * @param advertised one per capability and model, in the order of their first entries
 */
public record Startup(
        List<Placement> placements, List<Stop> stops, List<NeverServed> neverServed, List<Advertised> advertised) {
    public Startup {
        placements = List.copyOf(placements);
        stops = List.copyOf(stops);
        neverServed = List.copyOf(neverServed);
        advertised = List.copyOf(advertised);
    }

    /**
     * Starts a node with {@code file}, in thought. Health of external containers, load times and image downloads are
     * taken to be fine.
     */
    public static Startup of(AiModelsFile file, WorkerSetup setup) {
        return new StartupRun(file, setup).run();
    }

    /** Whether the node comes up. */
    public boolean starts() {
        return stops.isEmpty();
    }

    /**
     * Makes sure that a file about to be published does what the plan says.
     *
     * @param wanted what the plan puts on the first slots, in the worker's slot order
     * @throws IllegalStateException when the node would not start or a container would land elsewhere: our fault
     */
    public void requirePlacement(List<Workload> wanted) {
        if (!starts()) {
            throw new IllegalStateException("The file for %s would not start: %s"
                    .formatted(wanted, stops.get(0).explain()));
        }
        List<Optional<Workload>> landed =
                placements.stream().map(p -> p.entry().findWorkload()).toList();
        if (!landed.equals(wanted.stream().map(Optional::of).toList())) {
            throw new IllegalStateException(
                    "The plan puts %s on the worker's slots, but the file puts %s.".formatted(wanted, placements));
        }
    }
}
