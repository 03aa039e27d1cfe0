package org.warmplan.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.warmplan.explain.Change;
import org.warmplan.explain.Choice;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;
import org.warmplan.explain.SlotPlan;

/** A number from the top of report.html, with what it is and what to know about it. */
record KeyFigure(String label, String value, String note) {
    /** All of them, the most important first. */
    static List<KeyFigure> of(PlanReport report) {
        Explanation plan = report.explanation();
        Money money = report.money();
        return List.of(
                worth(plan.choice(), money),
                gain(plan, money),
                slots(plan),
                changes(plan),
                proof(plan.choice(), money),
                age(report));
    }

    private static KeyFigure worth(Choice choice, Money money) {
        long value = choice.published().value();
        return new KeyFigure("Worth a week", money.eth(value), money.usd(value) + " by estimate");
    }

    private static KeyFigure gain(Explanation plan, Money money) {
        Choice choice = plan.choice();
        OptionalLong now = choice.currentValue();
        if (now.isEmpty()) {
            return new KeyFigure("More than now", "–", "what runs now breaks a rule");
        }
        return new KeyFigure(
                "More than now",
                money.eth(choice.published().value() - now.getAsLong()),
                Wording.runsNothing(plan)
                        ? "nothing is warm now"
                        : "what runs now is worth " + money.eth(now.getAsLong()));
    }

    private static KeyFigure slots(Explanation plan) {
        List<SlotPlan> slots =
                plan.workers().stream().flatMap(w -> w.slots().stream()).toList();
        long warm = slots.stream().filter(slot -> slot.workload() != null).count();
        long free = slots.size() - warm;
        String note = free == 0 ? "no slot stays free" : free == 1 ? "one slot stays free" : free + " slots stay free";
        return new KeyFigure("Warm slots", warm + " of " + slots.size(), note);
    }

    private static KeyFigure changes(Explanation plan) {
        Map<Change.Kind, Integer> replicas = plan.changes().stream()
                .collect(Collectors.groupingBy(Change::kind, Collectors.summingInt(Change::count)));
        int warmed = replicas.getOrDefault(Change.Kind.WARMED, 0);
        int moved = replicas.getOrDefault(Change.Kind.MOVED, 0);
        int cooled = replicas.getOrDefault(Change.Kind.COOLED, 0);
        int all = warmed + moved + cooled;
        return new KeyFigure(
                "Replicas that change",
                all == 0 ? "none" : String.valueOf(all),
                all == 0 ? "no restart is needed" : "%d warmed, %d moved, %d cooled".formatted(warmed, moved, cooled));
    }

    private static KeyFigure proof(Choice choice, Money money) {
        return choice.best().isOptimal()
                ? new KeyFigure("Best possible?", "proven", "no plan is worth more under these estimates")
                : new KeyFigure(
                        "Best possible?",
                        "not proven",
                        "at most %s above the best plan found"
                                .formatted(money.eth(
                                        choice.best().bound() - choice.best().value())));
    }

    private static KeyFigure age(PlanReport report) {
        return report.inputs().stream()
                .max(Comparator.comparing(SeenInput::instant))
                .map(newest -> {
                    Duration age = newest.age(report.at());
                    int count = report.inputs().size();
                    return new KeyFigure(
                            "Newest data",
                            Wording.age(age) + " old",
                            count == 1 ? "one snapshot" : count + " snapshots");
                })
                .orElseGet(() -> new KeyFigure("Newest data", "none", "no snapshot was at hand"));
    }
}
