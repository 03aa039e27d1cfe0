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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.warmplan.collect.answer.PartText;
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
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

/**
 * Reads the explorer's {@code /orchestrators} page: stake and earnings, from the JSON in its {@code script#__NEXT_DATA__}.
 * The page's data file ({@code /_next/data/<build>/orchestrators.json}) holds the same and is read too. Fields from
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
        DataIssues issues = new DataIssues();
        Map<Address, List<Observation>> seen = new LinkedHashMap<>();
        for (Snapshot.Part part : snapshot.parts()) {
            Payload root = Payload.of(snapshot.source(), json(part), issues);
            Payload props = root.at("props").isObject() ? root.at("props").at("pageProps") : root.at("pageProps");
            if (!props.at("orchestrators").at("transcoders").isArray()) {
                throw noOrchestrators(part, props);
            }
            props.at("orchestrators").objects("transcoders").forEach(row -> add(seen, row, snapshot.instant()));
        }
        if (seen.isEmpty()) {
            throw new InputException("%s lists no orchestrator that can be read. Maybe its format has changed."
                    .formatted(snapshot.parts().get(0).url()));
        }
        return new Reading(seen.values().stream().flatMap(List::stream).toList(), issues.list());
    }

    private static JsonNode json(Snapshot.Part part) {
        String text = PartText.of(part);
        if (text.stripLeading().startsWith("{")) {
            return JsonText.read(part.url(), text);
        }
        Element script = Jsoup.parse(text).selectFirst("script#__NEXT_DATA__");
        if (script == null) {
            throw new InputException(
                    "%s holds no script#__NEXT_DATA__: it is a shell that a browser fills. Maybe another page was meant."
                            .formatted(part.url()));
        }
        return JsonText.read("The script#__NEXT_DATA__ of " + part.url(), script.data());
    }

    private static InputException noOrchestrators(Snapshot.Part part, Payload props) {
        boolean failed = props.flag("hadError") || props.at("orchestrators").isAbsent();
        return new InputException("%s %s. Maybe %s."
                .formatted(
                        part.url(),
                        failed ? "says that it could not load its orchestrators" : "lists no orchestrators",
                        failed ? "it recovers; collect again in half an hour" : "its format has changed"));
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
