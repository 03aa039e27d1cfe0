package org.warmplan.plan.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.warmplan.domain.InputException;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** A problem with its references resolved. */
public final class Board {
    /** Gwei; half of what 64 bits hold. */
    private static final double MOST_IN_ALL = 4e18;

    /** Sums up to this are exact in floating point too. */
    private static final double EASY = 4e15;

    private final Problem problem;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Candidate> candidateById = new HashMap<>();
    private final List<Rig> rigs = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();
    private final Map<Object, List<Pin>> pinsByPlace = new HashMap<>();

    /** Resolves a problem that was checked. */
    public Board(Problem problem) {
        this.problem = problem;
        List<String> classes = problem.classes().stream().map(GpuClass::id).toList();
        for (WorkloadSpec workload : problem.workloads()) {
            Candidate candidate = new Candidate(workload, candidates.size(), classes);
            candidates.add(candidate);
            candidateById.put(workload.id(), candidate);
        }
        Map<String, Rig> rigById = new HashMap<>();
        for (WorkerSpec worker : problem.workers()) {
            Rig rig = new Rig(worker, rigs.size());
            rigs.add(rig);
            rigById.put(worker.id(), rig);
        }
        Map<String, Integer> classById = new HashMap<>();
        classes.forEach(id -> classById.put(id, classById.size()));
        Map<String, Card> cardById = new HashMap<>();
        for (GpuSpec gpu : problem.gpus()) {
            cardById.put(gpu.id(), add(gpu, getById(rigById, gpu.worker()), getById(classById, gpu.gpuClass())));
        }
        allow();
        gatherPins(rigById, cardById);
    }

    private static <V> V getById(Map<String, V> map, String id) {
        V value = map.get(id);
        if (value == null) {
            throw new IllegalStateException("The id (" + id + ") is not declared, though the problem was checked.");
        }
        return value;
    }

    private Card add(GpuSpec gpu, Rig rig, int classIndex) {
        List<Candidate> current = gpu.current().stream().map(this::getCandidate).toList();
        long vram = problem.classes().get(classIndex).vramMib();
        Card card = new Card(gpu, rig, cards.size(), classIndex, vram, current);
        rig.add(card);
        cards.add(card);
        return card;
    }

    /** What decides which workloads a card may hold; warm ones count only where they are forbidden. */
    private record Allowance(int gpuClass, long room, Set<String> onGpu, Set<String> onWorker, Set<Candidate> exempt) {}

    private void allow() {
        Map<Allowance, List<Candidate>> known = new HashMap<>();
        for (Card card : cards) {
            Set<String> onGpu = card.spec().forbid();
            Set<String> onWorker = card.rig().spec().forbid();
            Set<Candidate> exempt = onGpu.isEmpty() && onWorker.isEmpty() ? Set.of() : Set.copyOf(card.current());
            card.allow(known.computeIfAbsent(
                    new Allowance(card.classIndex(), card.room(), onGpu, onWorker, exempt),
                    key -> candidates.stream()
                            .filter(c -> c.hostedBy(card) && !card.isForbidden(c))
                            .toList()));
        }
    }

    private void gatherPins(Map<String, Rig> rigById, Map<String, Card> cardById) {
        Map<PinSpec, Integer> counts = new LinkedHashMap<>();
        problem.pins().forEach(pin -> counts.merge(pin, 1, Integer::sum));
        counts.forEach((spec, count) -> {
            Object place = spec.onGpu() ? getById(cardById, spec.place()) : getById(rigById, spec.place());
            List<Card> covered = place instanceof Rig rig ? rig.cards() : List.of((Card) place);
            Pin pin = new Pin(spec, getCandidate(spec.workload()), count, covered);
            pins.add(pin);
            pinsByPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(pin);
        });
    }

    /**
     * How many parts of a gwei can be counted so that sums of all amounts stay far within 64 bits: a power of ten up to 10^6.
     *
     * @throws InputException when not even whole gwei can
     */
    public int scale() {
        double all = amounts();
        if (all > MOST_IN_ALL) {
            throw new InputException(
                    "The amounts of the problem add up to about %.1e gwei; at most %.0e can be planned with. Maybe give them in a larger unit."
                            .formatted(all, MOST_IN_ALL));
        }
        int scale = 1;
        while (scale < Certificate.MAX_SCALE && all * scale * 10 <= EASY) {
            scale *= 10;
        }
        return scale;
    }

    private double amounts() {
        double all = 0;
        for (Candidate candidate : candidates) {
            all += candidate.worth(Long.MAX_VALUE);
        }
        double[] dearest = new double[classes()];
        for (Candidate candidate : candidates) {
            for (int c = 0; c < dearest.length; c++) {
                dearest[c] = Math.max(dearest[c], Math.abs((double) candidate.linearOn(c)) + candidate.changeCost());
            }
        }
        for (Card card : cards) {
            all += card.slots() * dearest[card.classIndex()];
        }
        for (Rig rig : rigs) {
            all += rig.worthOfFree(rig.slots()) + (double) rig.reloadCost();
        }
        return all;
    }

    /** Classes of the problem. */
    public int classes() {
        return problem.classes().size();
    }

    public String classId(int gpuClass) {
        return problem.classes().get(gpuClass).id();
    }

    public List<Candidate> candidates() {
        return Collections.unmodifiableList(candidates);
    }

    public Candidate getCandidate(String id) {
        return getById(candidateById, id);
    }

    /** Slots of all cards. */
    public long slots() {
        return rigs.stream().mapToLong(Rig::slots).sum();
    }

    public List<Rig> rigs() {
        return Collections.unmodifiableList(rigs);
    }

    public List<Card> cards() {
        return Collections.unmodifiableList(cards);
    }

    public List<Pin> pins() {
        return Collections.unmodifiableList(pins);
    }

    /** Pins to this very card. */
    public List<Pin> pinsOn(Card card) {
        return pinsByPlace.getOrDefault(card, List.of());
    }

    /** Pins to the worker as a whole. */
    public List<Pin> pinsOn(Rig rig) {
        return pinsByPlace.getOrDefault(rig, List.of());
    }

    public boolean limitsChanges() {
        return problem.maxChanges() != null;
    }

    /** Most changed slots in all; {@link Long#MAX_VALUE} without a limit. */
    public long maxChanges() {
        Long limit = problem.maxChanges();
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** The replicas of an assignment by card index. */
    public List<List<Candidate>> placed(Assignment assignment) {
        return cards.stream()
                .map(card -> assignment.on(card.id()).stream()
                        .map(this::getCandidate)
                        .toList())
                .toList();
    }

    /** What is warm now, by card index. */
    public List<List<Candidate>> current() {
        return cards.stream().map(Card::current).toList();
    }

    /** An assignment in the order of the solution file: kept replicas first, added ones after, by id. */
    public Assignment assignment(List<List<Candidate>> placed) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        for (Card card : cards) {
            List<Candidate> now = placed.get(card.index());
            List<Candidate> gone = new ArrayList<>(card.current());
            now.forEach(gone::remove);
            List<Candidate> kept = new ArrayList<>(card.current());
            gone.forEach(c -> kept.remove(kept.lastIndexOf(c)));
            byGpu.put(
                    card.id(),
                    Stream.concat(
                                    kept.stream().map(Candidate::id),
                                    card.added(now).stream().map(Candidate::id).sorted(Assignment.BY_CODE_POINT))
                            .toList());
        }
        return new Assignment(byGpu);
    }
}
