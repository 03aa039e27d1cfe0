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
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.VramRule;

/** Sentences and short forms that the report and the summary share. */
final class Wording {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static final String ORDER =
            "The order of entries in aiModels.json is the placement: the first warm container goes to"
                    + " the first `-nvidia` device, and so on.";

    static final String SUGGESTED =
            "Prices marked **suggested** are not yours. Set your own under `prices` in fleet.yaml:";

    static final String DEMAND =
            "Billed units the whole network asks for in a week: one time in ten less than *low*, one"
                    + " time in ten more than *high*. ETH a week is the average over demand, share and place in the queue; the"
                    + " range holds bad and good luck in both.";

    static final String VRAM_RULES =
            "VRAM to plan with, by the first rule that has a figure: 1 your own; 2 seen alone on"
                    + " such a card, so it takes all of it; 3 measured idle plus 15 %, at least 1 GiB; 4 documented peak; 5"
                    + " documented warm figure times 1.3, an estimate. Rule 2 leaves no room on a card with reserved VRAM: there,"
                    + " give your own figure under `overrides`.";

    private Wording() {}

    /** A sentence of ours without the marks it has for Markdown. */
    static String unmarked(String sentence) {
        return sentence.replace("`", "").replace("*", "");
    }

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
        List<String> traits = traits(plan);
        return plan.worker().name() + (traits.isEmpty() ? "" : " (" + String.join(", ", traits) + ")");
    }

    /** What is not as usual about a worker. */
    static List<String> traits(WorkerPlan plan) {
        List<String> traits = new ArrayList<>();
        if (plan.worker().isRemote()) {
            traits.add("remote");
        }
        if (plan.worker().containersPerGpu() > 1) {
            traits.add(plan.worker().containersPerGpu() + " containers per GPU");
        }
        if (plan.reordered()) {
            traits.add("start it with -nvidia " + plan.nvidia());
        }
        return traits;
    }

    /** How the order goes on where a card holds several containers; empty where it holds one. */
    static String rounds(WorkerPlan plan) {
        return plan.worker().containersPerGpu() > 1
                ? " When every device has one container, the second round begins with the first device again."
                : "";
    }

    /** The order of devices to start with from now on; empty when it stays. */
    static String reordered(WorkerPlan plan) {
        return plan.reordered()
                ? " **Start go-livepeer with `-nvidia " + plan.nvidia() + "` from now on**: what stays free comes last."
                : "";
    }

    /** What an amount of money is called where the column's head has the unit. */
    static String bare(Money money, long gwei) {
        return money.eth(gwei).replace(" ETH", "");
    }

    /** The rule a need of VRAM comes from, by its number. */
    static String rule(VramRule rule) {
        return rule.number() + (rule.isEstimate() ? " (estimate)" : "");
    }

    /** What would come in a slot's place, and what that would lose. */
    static String next(SlotPlan slot, Money money) {
        if (slot.flipPrice() == null) {
            return slot.workload() == null ? "–" : "none: the rules hold it there";
        }
        return "%s, %s%s"
                .formatted(
                        slot.runnerUp() == null ? "nothing" : slot.runnerUp(),
                        slot.flipProven() ? "" : "at most ",
                        money.eth(slot.flipPrice()));
    }

    /** Why a workload may stay on its card although the figures are against it or missing; empty when they are not. */
    static String staying(SlotPlan slot) {
        Fit fit = slot.fit();
        return fit == null || fit instanceof Fit.Fits
                ? ""
                : "%s runs on %s now, so it may stay. %s"
                        .formatted(workload(slot.workload()), slot.gpuId(), fit.reason());
    }

    /** What a worker lists cold, and whether that can be served; empty when it lists nothing. */
    static String cold(WorkerPlan worker) {
        if (worker.cold().isEmpty()) {
            return "";
        }
        boolean free = worker.free() > 0;
        return "Listed cold: "
                + String.join(", ", worker.cold().stream().map(Workload::id).toList()) + "."
                + (free
                        ? ""
                        : " With every slot warm, none of these can be served: a cold model needs a free slot."
                                + " The node still advertises them.");
    }

    /** What a worker's restart costs; empty when it is not restarted. */
    static String reload(WorkerPlan worker, Money money) {
        return worker.reload() > 0
                ? "The restart costs about " + money.both(worker.reload()) + " once; it is in the plan's worth."
                : "";
    }

    /** What the money in a report is. */
    static String money(PlanReport report) {
        return "Money is an estimate from public data, at %s USD per ETH (policy `ethUsd`). "
                        .formatted(report.usdPerEth().toPlainString())
                + "The ranges below say how little is known.";
    }

    /** That something was set over the policy for this run. */
    static String setting(Setting setting) {
        return "Set for this run only: " + setting.text() + ".";
    }

    /** Whether nothing is warm now. */
    static boolean runsNothing(Explanation plan) {
        return plan.workers().stream()
                .flatMap(worker -> worker.slots().stream())
                .allMatch(slot -> slot.before() == null);
    }

    /** How much the published plan is worth, against what runs now. */
    static String worth(Explanation plan, Money money) {
        Choice choice = plan.choice();
        String published = money.both(choice.published().value()) + " a week by estimate";
        OptionalLong now = choice.currentValue();
        boolean runsNothing = runsNothing(plan);
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
