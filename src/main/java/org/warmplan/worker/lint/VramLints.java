package org.warmplan.worker.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.Placement;
import org.warmplan.worker.Slot;

/**
 * Whether what is warm fits its card, and what is cold the cards it may land on: go-livepeer itself never looks at memory
 * ({@code ai/worker/docker.go:536-558} at 176aa415 counts slots).
 */
final class VramLints {
    private final Checked checked;
    private final Known known;
    private final List<Lint> lints = new ArrayList<>();
    private final Set<Workload> withoutFigure = new LinkedHashSet<>();

    private VramLints(Checked checked, Known known) {
        this.checked = checked;
        this.known = known;
    }

    static List<Lint> of(Checked checked, Known known) {
        return new VramLints(checked, known).list();
    }

    private List<Lint> list() {
        Map<String, List<Workload>> warm = new LinkedHashMap<>();
        for (Placement placement : checked.startup().placements()) {
            placement
                    .entry()
                    .findWorkload()
                    .ifPresent(workload -> warm.computeIfAbsent(placement.slot().device(), d -> new ArrayList<>())
                            .add(workload));
        }
        warm.forEach((device, workloads) -> known.findCard(device).ifPresent(card -> card(card, workloads)));
        cold(warm);
        withoutFigure.forEach(workload -> lints.add(new Lint(
                LintCode.VRAM_UNKNOWN,
                workload.id(),
                "",
                "no figure says how much memory it takes, so it is not checked")));
        return lints;
    }

    private void card(FleetGpu card, List<Workload> workloads) {
        List<CardNeed> needs = new ArrayList<>();
        for (Workload workload : workloads) {
            find(workload, card).ifPresent(needs::add);
        }
        Vram room = room(card);
        Vram warm = sum(needs.stream().map(CardNeed::warm).toList());
        Vram peak = sum(needs.stream().map(CardNeed::peak).toList());
        Vram all = card.vram().minusOrZero(card.reserved());
        if (!warm.fitsIn(room)) {
            lints.add(new Lint(
                    LintCode.WARM_VRAM_OVER_CARD,
                    "device " + card.device(),
                    names(workloads),
                    "%s warm on the %s need %s, and %s are there to plan with. %s"
                            .formatted(names(workloads), card.name(), warm.text(), room.text(), reasons(needs))));
        } else if (needs.size() > 1 && !peak.fitsIn(all)) {
            lints.add(new Lint(
                    LintCode.COLOCATED_PEAKS,
                    "device " + card.device(),
                    names(workloads),
                    "%s on the %s may need %s when all work at once, and the card has %s"
                            .formatted(names(workloads), card.name(), peak.text(), all.text())));
        }
    }

    /** A cold model lands on the first free slot, whichever card that is on, beside what is warm there. */
    private void cold(Map<String, List<Workload>> warm) {
        List<Slot> slots = checked.setup().slots();
        List<Slot> free = slots.subList(
                Math.min(slots.size(), checked.startup().placements().size()), slots.size());
        Set<String> devices = free.stream().map(Slot::device).collect(Collectors.toCollection(LinkedHashSet::new));
        for (AiModel entry : checked.file().entries()) {
            Optional<Workload> workload = entry.findWorkload();
            if (workload.isPresent() && entry.isManaged() && !entry.warm()) {
                devices.forEach(device -> known.findCard(device)
                        .ifPresent(card -> cold(entry, workload.get(), card, warm.getOrDefault(device, List.of()))));
            }
        }
    }

    private void cold(AiModel entry, Workload workload, FleetGpu card, List<Workload> others) {
        List<CardNeed> needs = new ArrayList<>();
        others.forEach(other -> find(other, card).ifPresent(needs::add));
        Vram taken = sum(needs.stream().map(CardNeed::warm).toList());
        CardNeed need = find(workload, card).orElse(null);
        if (need != null && !taken.plus(need.warm()).fitsIn(room(card))) {
            String where = "it may be loaded onto the %s of device %s".formatted(card.name(), card.device());
            String beside = taken.equals(Vram.ZERO)
                    ? ""
                    : ", where what is warm takes %s of %s"
                            .formatted(taken.text(), room(card).text());
            lints.add(new Lint(
                    LintCode.COLD_TOO_LARGE,
                    entry.path("model_id"),
                    workload.id(),
                    "%s%s, and needs %s: %s"
                            .formatted(where, beside, need.warm().text(), strip(need.reason()))));
        }
    }

    private Optional<CardNeed> find(Workload workload, FleetGpu card) {
        Optional<CardNeed> need = CardNeed.find(known, workload, card);
        if (need.isEmpty()) {
            withoutFigure.add(workload);
        }
        return need;
    }

    private Vram room(FleetGpu card) {
        return known.findRoom(card.device()).orElse(Vram.ZERO);
    }

    private static Vram sum(List<Vram> all) {
        return all.stream().reduce(Vram.ofMib(0), Vram::plus);
    }

    private static String names(List<Workload> workloads) {
        return workloads.stream().map(Workload::id).collect(Collectors.joining(" and "));
    }

    private static String reasons(List<CardNeed> needs) {
        return strip(needs.stream().map(CardNeed::reason).distinct().collect(Collectors.joining(" ")));
    }

    /** A message ends without its full stop. */
    private static String strip(String sentences) {
        return sentences.endsWith(".") ? sentences.substring(0, sentences.length() - 1) : sentences;
    }
}
