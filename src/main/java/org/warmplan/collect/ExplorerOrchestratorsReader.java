package org.warmplan.collect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.SnapshotReader;
import org.warmplan.domain.StakeSeen;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

/**
 * Reads the explorer's {@code /orchestrators} page: stake and earnings, from the JSON in its {@code script#__NEXT_DATA__}.
 * The page's data file ({@code /_next/data/<build>/orchestrators.json}) holds the same and is read too. Fields from
 * livepeer/explorer {@code pages/orchestrators.tsx} and {@code queries/orchestrators.graphql} at 79d3991. The list stops at
 * 100 rows, so who is not in it may still have stake.
 */
public final class ExplorerOrchestratorsReader implements SnapshotReader {
    public static final String KIND = "explorer-orchestrators";

    /** Digits as The Graph writes them; more than LPT's whole supply or 18 decimals would be damage. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:\\.\\d{1,40})?");

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * One {@link StakeSeen} per orchestrator, in the page's order.
     *
     * @throws InputException when the page is an empty shell or an error page, or holds no row that can be read
     */
    @Override
    public Reading read(Snapshot snapshot) {
        DataIssues issues = new DataIssues();
        Map<Address, StakeSeen> seen = new LinkedHashMap<>();
        for (Snapshot.Part part : snapshot.parts()) {
            Payload root = Payload.of(snapshot.source(), json(part), issues);
            Payload props = root.at("props").isObject() ? root.at("props").at("pageProps") : root.at("pageProps");
            if (!props.at("orchestrators").at("transcoders").isArray()) {
                throw noOrchestrators(part, props);
            }
            for (Payload row : props.at("orchestrators").objects("transcoders")) {
                findStake(row, snapshot.instant()).ifPresent(stake -> add(seen, stake, row));
            }
        }
        if (seen.isEmpty()) {
            throw new InputException("%s lists no orchestrator that can be read. Maybe its format has changed."
                    .formatted(snapshot.parts().get(0).url()));
        }
        return new Reading(List.copyOf(seen.values()), issues.list());
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

    private static void add(Map<Address, StakeSeen> seen, StakeSeen stake, Payload row) {
        if (seen.putIfAbsent(stake.orchestrator(), stake) != null) {
            row.at("id").odd("stakeRepeated", "An orchestrator is listed twice; the first row stands.");
        }
    }

    private static Optional<StakeSeen> findStake(Payload row, Instant seenAt) {
        Optional<Address> address = Address.find(row.plain("id"));
        if (address.isEmpty()) {
            row.at("id").odd("addressInvalid", "An orchestrator without a sound address was left out.");
            return Optional.empty();
        }
        Optional<BigDecimal> stake = findAmount(row, "totalStake");
        Optional<BigDecimal> thirtyDays = findAmount(row, "thirtyDayVolumeETH");
        Optional<BigDecimal> ninetyDays = findAmount(row, "ninetyDayVolumeETH");
        if (stake.isEmpty() || thirtyDays.isEmpty() || ninetyDays.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StakeSeen(seenAt, address.get(), stake.get(), thirtyDays.get(), ninetyDays.get()));
    }

    private static Optional<BigDecimal> findAmount(Payload row, String name) {
        String text = row.plain(name);
        if (!AMOUNT.matcher(text).matches()) {
            row.at(name).odd("amountInvalid", "A row whose stake or earnings are no sound amount was left out.");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
