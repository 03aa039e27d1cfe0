package org.warmplan.replay.market;

/**
 * How a workload's users spread over the hours of a week: by the time zones they live in, less or more at weekends; and
 * the noise on top of it.
 */
final class HourShape {
    private final double[] usual = new double[WeekLog.HOURS];
    private final double shape;
    private final double bursts;

    HourShape(Dice dice) {
        double zone = dice.between(0, 24);
        double otherZone = dice.between(0, 24);
        double other = dice.between(0, 0.5);
        double swing = dice.between(0.2, 0.95);
        double weekend = dice.ratio(0.3, 1.5);
        double sum = 0;
        for (int hour = 0; hour < WeekLog.HOURS; hour++) {
            double wave = (1 - other) * wave(hour - zone) + other * wave(hour - otherZone);
            boolean isWeekend = hour >= 5 * 24;
            usual[hour] = (1 + swing * wave) * (isWeekend ? weekend : 1);
            sum += usual[hour];
        }
        for (int hour = 0; hour < WeekLog.HOURS; hour++) {
            usual[hour] /= sum;
        }
        shape = dice.ratio(2, 30);
        bursts = dice.between(0, 3);
    }

    private static double wave(double hours) {
        return Math.cos(2 * Math.PI * hours / 24);
    }

    /** What is expected in each hour of a week, and in the one before it at the end: parts of the week's expectation. */
    double[] week(Dice dice) {
        double[] parts = new double[WeekLog.HOURS + 1];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = usual[(i + WeekLog.HOURS - 1) % WeekLog.HOURS] * dice.gamma(shape);
        }
        int count = dice.poisson(bursts);
        for (int burst = 0; burst < count; burst++) {
            int start = dice.whole(0, WeekLog.HOURS);
            int end = Math.min(WeekLog.HOURS, start + dice.whole(0, 4));
            double times = dice.ratio(1.5, 5);
            for (int i = start; i <= end; i++) {
                parts[i] *= times;
            }
        }
        return parts;
    }
}
