package org.warmplan.collect.payouts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/**
 * Which days and which work a leaderboard counts: as the answer repeats it, else as its address asked.
 *
 * @param from start of the first day
 * @param to end of the last day
 */
record LeaderboardQuestion(Instant from, Instant to, Earnings.Jobs jobs) {
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 9998;

    /** @throws InputException when neither tells, as sums over unknown days say nothing */
    static LeaderboardQuestion of(Snapshot.Part part, Payload root) {
        LocalDate from = date(part, root, "from");
        LocalDate to = date(part, root, "to");
        if (to.isBefore(from)) {
            throw unclear(part, "counts from %s to %s".formatted(from, to));
        }
        return new LeaderboardQuestion(startOf(from), startOf(to.plusDays(1)), jobs(part, root));
    }

    private static Earnings.Jobs jobs(Snapshot.Part part, Payload root) {
        String told = told(part, root, "job_type");
        return switch (told) {
            case "ai" -> Earnings.Jobs.AI;
            case "transcoding" -> Earnings.Jobs.TRANSCODING;
            // What the service takes for the question when it is not asked.
            case "both", "" -> Earnings.Jobs.ALL;
            default -> throw unclear(part, "counts work of an unknown type");
        };
    }

    private static LocalDate date(Snapshot.Part part, Payload root, String name) {
        try {
            LocalDate date = LocalDate.parse(told(part, root, name));
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw unclear(part, "does not say which days it counts");
    }

    private static String told(Snapshot.Part part, Payload root, String name) {
        String told = root.at("meta").plain(name);
        if (!told.isEmpty()) {
            return told;
        }
        Matcher asked =
                Pattern.compile("[?&]" + name + "=([a-z0-9-]{1,20})(?:&|$)").matcher(part.url());
        return asked.find() ? asked.group(1) : "";
    }

    private static InputException unclear(Snapshot.Part part, String what) {
        return new InputException("%s %s. Maybe its format has changed.".formatted(part.url(), what));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
