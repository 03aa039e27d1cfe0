package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/** Random files and random plans for them: whatever is drafted starts and lands where the plan says. */
final class RandomDraftTest {
    private static final int CASES = 2_000;
    private static final long SEED = 20_261_123;
    private static final List<Workload> POOL = List.of(
                    "text-to-image/a",
                    "text-to-image/b",
                    "upscale/a",
                    "llm/c/d",
                    "live-video-to-video/noop",
                    "live-video-to-video/comfyui")
            .stream()
            .map(id -> Workload.find(id).orElseThrow())
            .toList();

    private final Random random = new Random(SEED);

    @Test
    void everyDraftStartsAndLandsAsPlanned() {
        for (int i = 0; i < CASES; i++) {
            Case plan = new Case();
            AiModelsDraft draft = plan.draft(plan.current());
            plan.check(draft);
        }
    }

    private final class Case {
        private final WorkerSetup setup = WorkerSetup.combined(
                IntStream.range(0, 1 + random.nextInt(6))
                        .mapToObj(Integer::toString)
                        .toList(),
                1 + random.nextInt(3));
        private final List<Workload> warm = new ArrayList<>();
        private final Set<Workload> cold = new TreeSet<>();
        private final Set<Workload> removed = new HashSet<>();
        private final List<String> external = new ArrayList<>();
        private final String text = text();

        Case() {
            int containers = random.nextInt(setup.slots().size() + 1);
            while (warm.size() < containers) {
                boolean again = !warm.isEmpty() && random.nextInt(3) == 0;
                warm.add(again ? warm.get(warm.size() - 1) : pick());
            }
            for (Workload workload : POOL) {
                if (!warm.contains(workload)) {
                    (random.nextBoolean() ? cold : removed).add(workload);
                }
            }
        }

        AiModelsFile current() {
            List<String> entries = new ArrayList<>(List.of(text));
            for (Workload workload : POOL) {
                if (random.nextInt(4) == 0) {
                    external.add(entry(workload, warm.contains(workload)) + ",\"url\":\"http://127.0.0.1:9000\"}");
                }
            }
            entries.addAll(external);
            entries.removeIf(String::isEmpty);
            return AiModelsFile.read("aiModels.json", "[" + String.join(",", entries) + "]");
        }

        AiModelsDraft draft(AiModelsFile current) {
            return AiModelsDraft.of(current, wanted(warm), wanted(cold), removed);
        }

        void check(AiModelsDraft draft) {
            AiModelsFile again = AiModelsFile.read("aiModels.json", draft.file().write());
            Startup startup = Startup.of(again, setup);
            startup.requirePlacement(warm);
            assertThat(startup.placements().stream().map(Placement::slot))
                    .containsExactlyElementsOf(setup.slots().subList(0, warm.size()));
            assertThat(again).isEqualTo(draft.file());
            assertThat(draft(again)).isEqualTo(new AiModelsDraft(again, List.of()));
            assertThat(coldOf(again)).isEqualTo(cold);
            assertThat(external(again)).isEqualTo(external);
            requireDefaultPrices(again);
        }

        private Set<Workload> coldOf(AiModelsFile file) {
            Set<Workload> found = new TreeSet<>();
            file.entries().stream()
                    .filter(e -> e.isManaged() && !e.warm())
                    .forEach(e -> found.add(e.findWorkload().orElseThrow()));
            return found;
        }

        private List<String> external(AiModelsFile file) {
            return file.entries().stream()
                    .filter(e -> !e.isManaged())
                    .map(e -> e.raw().writeLine())
                    .toList();
        }
    }

    /** Some entries for every workload, some of them with a gateway's price behind one for all. */
    private String text() {
        List<String> entries = new ArrayList<>();
        for (Workload workload : POOL) {
            boolean warm = random.nextBoolean();
            for (int n = random.nextInt(4); n > 0; n--) {
                entries.add(entry(workload, warm) + "}");
                if (random.nextInt(3) == 0) {
                    entries.add(entry(workload, warm) + ",\"gateway\":\"0x%040x\"}".formatted(random.nextInt(3)));
                }
            }
        }
        Collections.shuffle(entries, random);
        return String.join(",", entries);
    }

    private String entry(Workload workload, boolean warm) {
        StringBuilder entry = new StringBuilder("{\"pipeline\":\"%s\",\"model_id\":\"%s\",\"warm\":%s"
                .formatted(workload.pipeline().slug(), workload.modelId(), warm));
        entry.append(any(",\"capacity\":" + random.nextInt(4)));
        entry.append(any(",\"CAPACITY\":2"));
        entry.append(any(",\"token\":\"t" + random.nextInt(9) + "\""));
        entry.append(any(",\"note\":[1.50,{\"warm\":null}]"));
        entry.append(any(",\"optimization_flags\":{\"SFAST\":true}"));
        return entry.append(",\"price_per_unit\":1.90e")
                .append(random.nextInt(4))
                .append(pixels())
                .toString();
    }

    private String pixels() {
        return random.nextBoolean() ? ",\"pixels_per_unit\":1e2" : "";
    }

    private String any(String member) {
        return random.nextInt(3) == 0 ? member : "";
    }

    private Workload pick() {
        return POOL.get(random.nextInt(POOL.size()));
    }

    private List<Wanted> wanted(Iterable<Workload> workloads) {
        List<Wanted> all = new ArrayList<>();
        workloads.forEach(w -> all.add(Wanted.at(w, new UnitPrice(BigInteger.valueOf(19), BigInteger.TEN))));
        return all;
    }

    private static void requireDefaultPrices(AiModelsFile file) {
        for (AiModel entry : file.entries()) {
            assertThat(file.entries())
                    .as("a price for all beside %s", entry)
                    .anyMatch(e -> e.isForEveryGateway() && e.label().equals(entry.label()));
            assertThat(entry.isManaged() && entry.findPixelsPerUnit().isEmpty())
                    .as("units missing in %s", entry)
                    .isFalse();
        }
    }
}
