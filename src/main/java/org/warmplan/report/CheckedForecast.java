package org.warmplan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.warmplan.domain.Workload;
import org.warmplan.explain.ForecastCheck;
import org.warmplan.explain.ForecastCheck.Bias;
import org.warmplan.explain.ForecastCheck.Compared;
import org.warmplan.explain.ForecastCheck.Measure;
import org.warmplan.explain.ForecastCheck.Row;
import org.warmplan.explain.LookBack;
import org.warmplan.explain.Money;
import org.warmplan.value.Calibration.Factor;

/** A row of what was forecast and what came, as text; and the sentences around it. */
record CheckedForecast(
        String workload, String what, String low, String mid, String high, String actual, String inside) {
    static final String TITLE = "Last week's forecast against what happened";

    static List<CheckedForecast> rows(ForecastCheck check, Money money) {
        Compared compared = check.compared();
        return compared == null
                ? List.of()
                : compared.rows().stream().map(row -> of(row, money)).toList();
    }

    private static CheckedForecast of(Row row, Money money) {
        boolean income = row.measure() == Measure.GWEI;
        LongFunction<String> shown = income ? gwei -> Wording.bare(money, gwei) : Wording::count;
        Workload workload = row.workload();
        Long actual = row.actual();
        String inside = row.inside().map(yes -> yes ? "yes" : "no").orElse(row.ran() ? "–" : "never seen warm");
        return new CheckedForecast(
                workload == null ? "all that the node earned" : workload.id(),
                income
                        ? "ETH of tickets"
                        : workload == null ? "unit" : workload.pipeline().unit(),
                shown.apply(row.forecast().low()),
                shown.apply(row.forecast().mid()),
                shown.apply(row.forecast().high()),
                actual == null ? "not told" : shown.apply(actual),
                inside);
    }

    /** What there is to say in sentences; at least one. */
    static List<String> sentences(LookBack lookBack) {
        ForecastCheck check = lookBack.check();
        List<String> sentences = new ArrayList<>();
        Compared compared = check.compared();
        if (compared != null) {
            sentences.add(
                    "From %s to %s, as amounts a week; your node's counters were watched for %.0f %% of that time."
                            .formatted(
                                    Wording.minute(compared.from()),
                                    Wording.minute(compared.until()),
                                    100 * compared.watched()));
        }
        if (!check.note().isEmpty()) {
            sentences.add(check.note());
        }
        check.bias().forEach(bias -> sentences.add(bias(bias)));
        sentences.addAll(calibration(lookBack));
        return sentences;
    }

    private static String bias(Bias bias) {
        return "Over %s, %s brought %.2f times what was forecast."
                .formatted(weeks(bias.weeks()), bias.pipeline(), bias.ratio());
    }

    /** What own actuals make of the estimates; empty without any. */
    static List<String> calibration(LookBack lookBack) {
        return lookBack.calibration().factors().entrySet().stream()
                .map(entry -> calibration(entry.getKey().slug(), entry.getValue()))
                .toList();
    }

    static String calibration(String pipeline, Factor factor) {
        return "By %s of your own counters, what %s may earn here is taken %.2f times."
                .formatted(weeks(factor.weeks()), pipeline, factor.factor());
    }

    /** One line for the summary. */
    static String summary(ForecastCheck check) {
        Compared compared = check.compared();
        if (compared == null) {
            return check.note();
        }
        List<Row> told =
                compared.rows().stream().filter(row -> row.inside().isPresent()).toList();
        if (told.isEmpty()) {
            return TITLE + ": your node tells nothing of what was planned.";
        }
        long inside = told.stream().filter(row -> row.inside().orElse(false)).count();
        String amounts = told.size() == 1
                ? "the amount that is told %s within its range.".formatted(inside == 1 ? "came" : "did not come")
                : "%d of %d amounts came within their range.".formatted(inside, told.size());
        return TITLE + ": " + amounts
                + String.join(
                        "", check.bias().stream().map(bias -> " " + bias(bias)).toList());
    }

    private static String weeks(double weeks) {
        String number = String.format(Locale.ROOT, "%.1f", weeks).replace(".0", "");
        return number.equals("1") ? "1 week" : number + " weeks";
    }
}
