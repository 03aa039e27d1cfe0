package org.warmplan.worker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an orchestrator without a worker of its own announces for the AI workers connected to it: capacities add up, and
 * the flag of the worker that connected first stands for a model on all of them (go-livepeer {@code core/ai.go:136-167} at
 * 176aa415). Jobs go to the first worker in the order of connection that has capacity, warm or not
 * ({@code core/ai_orchestrator.go:180-230}).
 */
public final class SplitOrchestrator {
    private SplitOrchestrator() {}

    /** What gateways are told, in the order of first mention; {@code workers} in the order they connected. */
    public static List<Advertised> advertise(Collection<Startup> workers) {
        Map<List<String>, Advertised> all = new LinkedHashMap<>();
        for (Startup worker : workers) {
            for (Advertised own : worker.starts() ? worker.advertised() : List.<Advertised>of()) {
                all.merge(
                        List.of(own.capability(), own.modelId()),
                        own,
                        (first, later) -> new Advertised(
                                first.capability(),
                                first.modelId(),
                                first.warm(),
                                first.capacity() + later.capacity()));
            }
        }
        return List.copyOf(all.values());
    }
}
