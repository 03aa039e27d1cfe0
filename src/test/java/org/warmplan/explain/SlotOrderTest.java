package org.warmplan.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Role;
import org.warmplan.problem.Assignment;
import org.warmplan.value.CurrentState;

final class SlotOrderTest {
    private static FleetWorker rig(int containers, boolean reorder) {
        List<FleetGpu> gpus = Arrays.asList("0", "1", "2").stream()
                .map(device -> new FleetGpu(device, "card", Vram.ofMib(24_000), Vram.ZERO))
                .toList();
        return new FleetWorker("rig", Role.COMBINED, gpus, containers, null, null, reorder, 0);
    }

    private static CurrentState warm(String gpu, String... models) {
        SortedMap<String, List<Workload>> warm = new TreeMap<>();
        warm.put(
                gpu,
                Arrays.stream(models)
                        .map(model -> Workload.find("llm/" + model).orElseThrow())
                        .toList());
        return new CurrentState(warm, new TreeMap<>(), new TreeMap<>());
    }

    private static List<String> arranged(Assignment plan, CurrentState current) {
        return SlotOrder.of(rig(3, false), plan, current).assignment().on("rig/0");
    }

    @Test
    void leavesWhatStaysInItsContainer() {
        Assignment plan = Assignment.of(Map.of("rig/0", List.of("llm/b", "llm/c", "llm/x")));

        assertThat(arranged(plan, warm("rig/0", "a", "b", "c"))).containsExactly("llm/x", "llm/b", "llm/c");
    }

    @Test
    void movesWhatStaysWhenItsContainerGoes() {
        Assignment plan = Assignment.of(Map.of("rig/0", List.of("llm/c")));

        assertThat(arranged(plan, warm("rig/0", "a", "b", "c"))).containsExactly("llm/c");
    }

    @Test
    void keepsAsManyCopiesAsThePlanHas() {
        Assignment plan = Assignment.of(Map.of("rig/0", List.of("llm/a", "llm/x")));

        assertThat(arranged(plan, warm("rig/0", "a", "a", "a"))).containsExactly("llm/a", "llm/x");
    }

    @Test
    void putsFreeCardsLastWhereTheOrderMayChange() {
        Assignment plan = Assignment.of(Map.of("rig/2", List.of("llm/a"), "rig/1", List.of("llm/b")));

        assertThat(SlotOrder.of(rig(1, true), plan, warm("rig/0")).worker().gpus())
                .extracting(FleetGpu::device)
                .containsExactly("1", "2", "0");
        assertThat(SlotOrder.of(rig(1, false), plan, warm("rig/0")).worker()).isEqualTo(rig(1, false));
    }
}
