package org.warmplan.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Choice;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;
import org.warmplan.explain.SlotPlan;
import org.warmplan.explain.WorkerPlan;

/** Sentences and short forms that the report and the summary share. */
final class Wording {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Wording() {}

    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    static String age(Duration age) {
        if (age.toDays() > 1) {
            return age.toDays() + " days";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : age.toMinutes() + " min";
    }

    /** A large count for people: three significant digits with k, M, G, T, P, E. */
    static String count(long number) {
        String[] suffixes = {"", "k", "M", "G", "T", "P", "E"};
        BigDecimal value = BigDecimal.valueOf(number).round(new MathContext(3, RoundingMode.HALF_EVEN));
        int suffix = 0;
        while (value.compareTo(BigDecimal.valueOf(1000)) >= 0 && suffix < suffixes.length - 1) {
            value = value.movePointLeft(3);
            suffix++;
        }
        return value.stripTrailingZeros().toPlainString() + (suffix == 0 ? "" : " " + suffixes[suffix]);
    }

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", part * 100);
    }

    static String workload(@Nullable Workload workload) {
        return workload == null ? "–" : workload.id();
    }

    /** The device, and the container on it where a card holds several. */
    static String device(SlotPlan slot) {
        return slot.container() == 0 ? slot.gpu().device() : slot.gpu().device() + " (" + (slot.container() + 1) + ")";
    }

    /** A worker's name, with what is not as usual about it. */
    static String worker(WorkerPlan plan) {
        List<String> notes = new ArrayList<>();
        if (plan.worker().isRemote()) {
            notes.add("remote");
        }
        if (plan.worker().containersPerGpu() > 1) {
            notes.add(plan.worker().containersPerGpu() + " containers per GPU");
        }
        if (plan.reordered()) {
            notes.add("start it with -nvidia " + plan.nvidia());
        }
        return plan.worker().name() + (notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")");
    }

    /** How the file puts containers onto cards. */
    static String order(WorkerPlan plan) {
        String order =
                "The order of entries in aiModels.json is the placement: the first warm container goes to the first"
                        + " `-nvidia` device, and so on";
        String rounds = plan.worker().containersPerGpu() > 1
                ? "; when every device has one, the second round begins with the first device again."
                : ".";
        return order
                + rounds
                + (plan.reordered() ? " **Start go-livepeer with `-nvidia " + plan.nvidia() + "`**, a new order." : "");
    }

    /** How much the published plan is worth, against what runs now. */
    static String worth(Explanation plan, Money money) {
        Choice choice = plan.choice();
        String published = money.both(choice.published().value()) + " a week by estimate";
        OptionalLong now = choice.currentValue();
        boolean runsNothing = plan.workers().stream()
                .flatMap(worker -> worker.slots().stream())
                .allMatch(slot -> slot.before() == null);
        if (choice.isKept() && runsNothing) {
            return "Nothing is warm now, and nothing that can go onto these cards is worth warming.";
        }
        if (choice.isKept()) {
            return "What runs now stays: it is worth " + published + ".";
        }
        if (runsNothing) {
            return "The plan is worth " + published + "; nothing is warm now.";
        }
        String before = now.isPresent()
                ? "; what runs now is worth " + money.eth(now.getAsLong())
                : "; what runs now breaks a rule, so it cannot stay";
        return "The plan is worth " + published + before + ".";
    }

    /** How good the best plan found is. */
    static String proof(Choice choice, Money money) {
        return choice.best().isOptimal()
                ? "Proven: no plan is worth more under these estimates."
                : "No plan is worth more than %s under these estimates: at most %s above the best one found."
                        .formatted(
                                money.eth(choice.best().bound()),
                                money.eth(choice.best().bound() - choice.best().value()));
    }

    /** Why nothing changes although a better plan exists; empty when that is not so. */
    static String keepRule(Choice choice, Money money) {
        boolean better = choice.isKept()
                && !choice.best().assignment().equals(choice.published().assignment());
        return better
                ? "The best other plan gains %s a week, under the %s that make a restart worth it."
                        .formatted(money.eth(choice.gain().orElse(0)), money.eth(choice.minimumGain()))
                : "";
    }
}
