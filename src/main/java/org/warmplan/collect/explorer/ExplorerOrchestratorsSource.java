package org.warmplan.collect.explorer;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.ask.Source;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.StakeSeen;

/**
 * Reads the explorer's {@code /orchestrators} page: stake and earnings. Fields from
 * livepeer/explorer {@code pages/orchestrators.tsx} and {@code queries/orchestrators.graphql} at 79d3991. The list stops at
 * 100 rows, so who is not in it may still have stake.
 */
public final class ExplorerOrchestratorsSource implements Source {
    public static final String KIND = "explorer-orchestrators";

    /** More than LPT's whole supply would be damage, and more ETH than that too. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    /** The contract's word for "not leaving" is the largest number it knows; real rounds stay far below this. */
    private static final BigDecimal NEVER = BigDecimal.TEN.pow(15);

    private static final Map<String, Integer> VOLUMES =
            new TreeMap<>(Map.of("thirtyDayVolumeETH", 30, "sixtyDayVolumeETH", 60, "ninetyDayVolumeETH", 90));

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return "Stake and earnings of up to 100 orchestrators, from the explorer's page.";
    }

    /**
     * A {@link StakeSeen} and the {@link Earnings} of 30, 60 and 90 days per orchestrator, in the page's order.
     *
     * @throws InputException when the page is an empty shell or an error page, or holds no row that can be read
     */
    @Override
    public Reading read(Snapshot snapshot) {
        DataIssues issues = DataIssues.ofOneSnapshot();
        Map<Address, List<Observation>> seen = new LinkedHashMap<>();
        for (Snapshot.Part part : snapshot.parts()) {
            Payload props = NextPage.props(snapshot.source(), part, issues);
            if (!props.at("orchestrators").at("transcoders").isArray()) {
                throw NextPage.noOrchestrators(part, props, "orchestrators");
            }
            props.at("orchestrators").objects("transcoders").forEach(row -> add(seen, row, snapshot.instant()));
        }
        if (seen.isEmpty()) {
            throw new InputException("%s lists no orchestrator that can be read. Maybe its format has changed."
                    .formatted(snapshot.parts().get(0).url()));
        }
        return new Reading(seen.values().stream().flatMap(List::stream).toList(), issues.list());
    }

    private static void add(Map<Address, List<Observation>> seen, Payload row, Instant seenAt) {
        Optional<Address> address = Address.find(row.plain("id"));
        if (address.isEmpty()) {
            row.at("id").odd("addressInvalid", "An orchestrator without a sound address was left out.");
            return;
        }
        Optional<BigDecimal> stake = row.findAmount(
                "totalStake", MOST, "amountInvalid", "A row whose stake is no sound amount was left out.");
        if (stake.isEmpty()) {
            if (row.at("totalStake").isAbsent()) {
                row.at("totalStake").odd("amountInvalid", "A row whose stake is no sound amount was left out.");
            }
            return;
        }
        List<Observation> observations = new ArrayList<>();
        observations.add(new StakeSeen(seenAt, address.get(), stake.get(), isActive(row)));
        VOLUMES.forEach((field, days) -> row.findAmount(
                        field, MOST, "amountInvalid", "Earnings that are no sound amount were left out.")
                .ifPresent(eth -> observations.add(new Earnings(
                        seenAt,
                        address.get(),
                        seenAt.minus(Duration.ofDays(days)),
                        seenAt,
                        Earnings.Jobs.ALL,
                        eth,
                        null))));
        if (seen.putIfAbsent(address.get(), observations) != null) {
            row.at("id").odd("stakeRepeated", "An orchestrator is listed twice; the first row stands.");
        }
    }

    /** Who is to leave has a round for it. */
    private static boolean isActive(Payload row) {
        return row.findAmount(
                        "deactivationRound",
                        BigDecimal.TEN.pow(80),
                        "roundInvalid",
                        "A round that is no number counts as none.")
                .map(round -> round.compareTo(NEVER) > 0)
                .orElse(true);
    }
}
