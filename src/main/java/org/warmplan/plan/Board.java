package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;

/** A problem with its references resolved, and the one place that adds up what an assignment is worth. */
final class Board {
    private final Problem problem;
    private final Candidate[] candidates;
    private final Map<String, Candidate> candidateById = new HashMap<>();
    private final List<Rig> rigs = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();

    /** {@code count} replicas of the workload demanded on one card or anywhere on one worker. */
    record Pin(PinSpec spec, Candidate candidate, int count) {
        boolean covers(Card card) {
            return spec.place().equals(spec.onGpu() ? card.id() : card.rig().id());
        }
    }

    Board(Problem problem) {
        this.problem = problem;
        this.candidates = Candidate.of(problem.workloads(), candidateById);
        Map<String, Rig> rigById = new HashMap<>();
        for (WorkerSpec worker : problem.workers()) {
            Rig rig = new Rig(worker);
            rigs.add(rig);
            rigById.put(worker.id(), rig);
        }
        Map<String, Long> vramByClass = new HashMap<>();
        for (GpuClass gpuClass : problem.classes()) {
            vramByClass.put(gpuClass.id(), gpuClass.vramMib());
        }
        for (GpuSpec gpu : problem.gpus()) {
            add(gpu, getById(rigById, gpu.worker()), getById(vramByClass, gpu.gpuClass()));
        }
        gatherPins();
    }

    private static <V> V getById(Map<String, V> map, String id) {
        V value = map.get(id);
        if (value == null) {
            throw new IllegalStateException("The id (" + id + ") is not declared, though the problem was checked.");
        }
        return value;
    }

    private void add(GpuSpec gpu, Rig rig, long classVramMib) {
        List<Candidate> current = gpu.current().stream().map(this::getCandidate).toList();
        Card card = new Card(gpu, rig, cards.size(), classVramMib, current);
        card.allow(candidates);
        rig.add(card);
        cards.add(card);
    }

    private void gatherPins() {
        Map<PinSpec, Integer> counts = new LinkedHashMap<>();
        problem.pins().forEach(pin -> counts.merge(pin, 1, Integer::sum));
        counts.forEach((pin, count) -> pins.add(new Pin(pin, getCandidate(pin.workload()), count)));
    }

    Problem problem() {
        return problem;
    }

    List<Candidate> candidates() {
        return Arrays.asList(candidates);
    }

    Candidate getCandidate(String id) {
        return getById(candidateById, id);
    }

    List<Rig> rigs() {
        return rigs;
    }

    List<Card> cards() {
        return cards;
    }

    List<Pin> pins() {
        return pins;
    }

    long maxChanges() {
        Long limit = problem.maxChanges();
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** The replicas of an assignment by card index. */
    List<List<Candidate>> placed(Assignment assignment) {
        return cards.stream()
                .map(card -> assignment.on(card.id()).stream()
                        .map(this::getCandidate)
                        .toList())
                .toList();
    }

    /** An assignment in the order of the solution file: kept replicas first, added ones after, by id. */
    Assignment assignment(List<List<Candidate>> placed) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        for (Card card : cards) {
            List<Candidate> now = placed.get(card.index());
            List<Candidate> added = card.added(now);
            List<Candidate> gone = new ArrayList<>(card.current());
            now.forEach(gone::remove);
            List<Candidate> kept = new ArrayList<>(card.current());
            gone.forEach(c -> kept.remove(kept.lastIndexOf(c)));
            byGpu.put(
                    card.id(),
                    Stream.concat(
                                    kept.stream().map(Candidate::id),
                                    added.stream().map(Candidate::id).sorted())
                            .toList());
        }
        return new Assignment(byGpu);
    }

    /** Adds up an assignment and lists every rule it breaks. */
    Evaluation evaluate(Assignment assignment) {
        return Evaluation.of(this, placed(assignment));
    }
}
