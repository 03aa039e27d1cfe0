package org.warmplan.collect.payouts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmplan.collect.answer.Figures;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.StakeSeen;
import org.warmplan.files.JsonText;
import org.warmplan.files.Visible;
import tools.jackson.databind.JsonNode;

/** Reads the parts of one snapshot, whichever endpoints they are of. */
final class PayoutsReader {
    private static final int MOST_SHOWN = 100;

    private final Snapshot snapshot;
    private final Instant seenAt;
    private final DataIssues issues;
    private final List<Observation> observations = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    PayoutsReader(Snapshot snapshot, DataIssues issues) {
        this.snapshot = snapshot;
        this.seenAt = snapshot.instant();
        this.issues = issues;
    }

    List<Observation> observations() {
        return observations;
    }

    /** @throws InputException when the part is no answer of an endpoint we know */
    void read(Snapshot.Part part) {
        JsonNode json = JsonText.read(part.url(), PartText.of(part));
        Payload bare = Payload.of("", json, new DataIssues());
        requireNoError(part, bare);
        String endpoint = endpoint(part, bare);
        Payload root = Payload.of(snapshot.source(), endpoint, json, issues);
        if (endpoint.equals(PayoutsSource.PRICE)) {
            observations.add(EthPriceAnswer.read(part, root, seenAt));
            return;
        }
        if (!root.at("data").isArray()) {
            throw new InputException(
                    "%s holds no rows of %s. Maybe its format has changed.".formatted(part.url(), endpoint));
        }
        if (endpoint.equals(PayoutsSource.LEADERBOARD)) {
            LeaderboardQuestion question = LeaderboardQuestion.of(part, root);
            root.objects("data").forEach(row -> addEarnings(row, question));
        } else {
            root.objects("data").forEach(this::addStake);
        }
    }

    /** By its address; else by fields that only its answer has. */
    private static String endpoint(Snapshot.Part part, Payload root) {
        String bare = part.url().split("[?#]", 2)[0].replaceFirst("/+$", "");
        for (String known : List.of(PayoutsSource.LEADERBOARD, PayoutsSource.PRICE, PayoutsSource.ORCHESTRATORS)) {
            if (bare.endsWith("/" + known)) {
                return known;
            }
        }
        if (root.at("meta").at("job_type").isAbsent() && EthPriceAnswer.isOne(root)) {
            return PayoutsSource.PRICE;
        }
        List<Payload> rows = root.objects("data");
        if (rows.stream().anyMatch(row -> !row.at("sum_face_value_native").isAbsent())
                || !root.at("meta").at("job_type").isAbsent()) {
            return PayoutsSource.LEADERBOARD;
        }
        if (rows.stream().anyMatch(row -> !row.at("total_stake").isAbsent())) {
            return PayoutsSource.ORCHESTRATORS;
        }
        throw new InputException(
                "%s is no answer of the payouts API that is known. Maybe it is empty, or of another endpoint."
                        .formatted(part.url()));
    }

    private static void requireNoError(Snapshot.Part part, Payload root) {
        Payload error = root.at("error");
        if (!error.isAbsent()) {
            throw new InputException("%s answered with an error (%s). Maybe it recovers; collect again later."
                    .formatted(
                            part.url(),
                            Visible.brief((error.plain("code") + " " + error.plain("message")).strip(), MOST_SHOWN)));
        }
    }

    private void addEarnings(Payload row, LeaderboardQuestion question) {
        Optional<Address> address = row.findAddress("orchestrator_address");
        Optional<BigDecimal> eth = Figures.findAmount(row, "sum_face_value_native");
        Optional<Long> tickets =
                row.at("ticket_count").isAbsent() ? Optional.empty() : Figures.findCount(row, "ticket_count");
        boolean odd = tickets.isEmpty() && !row.at("ticket_count").isAbsent();
        if (address.isEmpty() || eth.isEmpty() || odd || !isNew(row, List.of(address.get(), question))) {
            return;
        }
        observations.add(new Earnings(
                seenAt,
                address.get(),
                question.from(),
                question.to(),
                question.jobs(),
                eth.get(),
                tickets.orElse(null)));
    }

    private void addStake(Payload row) {
        Optional<Address> address = row.findAddress("address");
        Optional<BigDecimal> stake = Figures.findAmount(row, "total_stake");
        if (!row.at("is_active").isFlag()) {
            row.at("is_active").odd("activeMissing", "An orchestrator was left out: whether it is active is not told.");
        } else if (address.isPresent() && stake.isPresent() && isNew(row, address.get())) {
            observations.add(new StakeSeen(seenAt, address.get(), stake.get(), row.flag("is_active")));
        }
    }

    private boolean isNew(Payload row, Object what) {
        if (seen.add(what)) {
            return true;
        }
        row.odd("rowRepeated", what.toString(), "An orchestrator is listed twice; the first row stands.");
        return false;
    }
}
