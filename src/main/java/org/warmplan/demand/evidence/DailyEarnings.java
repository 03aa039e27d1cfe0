package org.warmplan.demand.evidence;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.warmplan.domain.Address;
import org.warmplan.domain.Earnings;

/**
 * What orchestrators earned with AI, day by day, from spans that overlap. The shortest spans come first; what a longer one
 * tells beyond those inside it is spread over its other days. Whoever a span does not list while it lists others earned
 * nothing in it.
 */
final class DailyEarnings {
    private static final BigDecimal GWEI_PER_ETH = BigDecimal.valueOf(1_000_000_000);
    private static final long DAY_SECONDS = 86_400;
    private static final int WEEK_DAYS = 7;

    /** Fewer known days than this stand for no week. */
    private static final int LEAST_DAYS = 4;

    /** A longer span tells nothing of a week. */
    private static final Duration LONGEST = Duration.ofDays(35);

    private final Weeks weeks;
    private final long firstDay;
    private final List<Span> spans = new ArrayList<>();
    private final Map<Address, double[]> known = new HashMap<>();

    private record Asked(Instant from, Instant to) {}

    private record Span(int first, int end, Map<Address, Double> gwei) {
        int days() {
            return end - first;
        }
    }

    private DailyEarnings(Weeks weeks) {
        this.weeks = weeks;
        this.firstDay = dayOf(weeks.start().minus(LONGEST));
    }

    /** @param earnings oldest snapshot first: the latest to tell of a span stands, as tickets are redeemed late */
    static DailyEarnings of(List<Earnings> earnings, Weeks weeks) {
        DailyEarnings daily = new DailyEarnings(weeks);
        Map<Asked, Map<Address, Double>> asked = new HashMap<>();
        for (Earnings some : earnings) {
            boolean sound = some.to().isAfter(some.from())
                    && Duration.between(some.from(), some.to()).compareTo(LONGEST) <= 0;
            if (some.jobs() == Earnings.Jobs.AI && sound) {
                asked.computeIfAbsent(new Asked(some.from(), some.to()), a -> new HashMap<>())
                        .put(
                                some.orchestrator(),
                                some.eth().multiply(GWEI_PER_ETH).doubleValue());
            }
        }
        asked.forEach(daily::add);
        daily.spans.sort(Comparator.comparingInt(Span::days).thenComparing(Span::first, Comparator.reverseOrder()));
        return daily;
    }

    private void add(Asked asked, Map<Address, Double> gwei) {
        long first = dayOf(asked.from()) - firstDay;
        long end = dayOf(asked.to().minusNanos(1)) + 1 - firstDay;
        if (first >= 0 && end <= days()) {
            spans.add(new Span((int) first, (int) end, gwei));
        }
    }

    private static long dayOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), DAY_SECONDS);
    }

    private int days() {
        return (int) (dayOf(weeks.at()) + 1 - firstDay);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Gwei earned in a week; empty when too few of its days are known. */
    OptionalDouble findWeek(Address orchestrator, int week) {
        double gwei = known.computeIfAbsent(orchestrator, this::byWeek)[week];
        return Double.isNaN(gwei) ? OptionalDouble.empty() : OptionalDouble.of(gwei);
    }

    /** Gwei by week, not a number where too few days are known. */
    private double[] byWeek(Address orchestrator) {
        double[] sums = new double[weeks.count()];
        int[] counts = new int[sums.length];
        double[] days = days(orchestrator);
        for (int day = 0; day < days.length; day++) {
            Instant noon = Instant.ofEpochSecond((firstDay + day) * DAY_SECONDS + DAY_SECONDS / 2);
            int week = weeks.ago(noon);
            if (week != Weeks.NONE && !Double.isNaN(days[day])) {
                sums[week] += days[day];
                counts[week]++;
            }
        }
        Arrays.setAll(sums, w -> counts[w] < LEAST_DAYS ? Double.NaN : sums[w] * WEEK_DAYS / counts[w]);
        return sums;
    }

    private double[] days(Address orchestrator) {
        double[] days = new double[days()];
        Arrays.fill(days, Double.NaN);
        for (Span span : spans) {
            double left = span.gwei().getOrDefault(orchestrator, 0.0);
            int unknown = 0;
            for (int day = span.first(); day < span.end(); day++) {
                left -= Double.isNaN(days[day]) ? 0 : days[day];
                unknown += Double.isNaN(days[day]) ? 1 : 0;
            }
            for (int day = span.first(); day < span.end(); day++) {
                days[day] = Double.isNaN(days[day]) ? Math.max(0, left) / unknown : days[day];
            }
        }
        return days;
    }

    /** Whether any week is known. */
    boolean isKnown(Address orchestrator) {
        return IntStream.range(0, weeks.count())
                .anyMatch(week -> findWeek(orchestrator, week).isPresent());
    }

    /** Mean gwei per week over the weeks that are known; 0 when none is. */
    double perWeek(Address orchestrator) {
        double sum = 0;
        int count = 0;
        for (int week = 0; week < weeks.count(); week++) {
            OptionalDouble gwei = findWeek(orchestrator, week);
            sum += gwei.orElse(0);
            count += gwei.isPresent() ? 1 : 0;
        }
        return count == 0 ? 0 : sum / count;
    }
}
