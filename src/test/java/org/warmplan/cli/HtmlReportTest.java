package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.explain.Money;
import org.warmplan.files.JsonText;
import org.warmplan.files.Visible;
import tools.jackson.databind.JsonNode;

/** report.html: says what plan.json says, and nothing in it asks the network or runs. */
final class HtmlReportTest {
    private static final Money MONEY = new Money(BigDecimal.valueOf(3000));

    private static final Set<String> ELEMENTS = Set.of(
            "#root html head meta title style body header main footer nav section article figure figcaption h1 h2 h3 h4 p"
                    .split(" "));

    private static final Set<String> MORE_ELEMENTS = Set.of(
            ("ul ol li dl dt dd div span strong bdi wbr a details summary table caption thead tbody tr th td svg desc defs"
                            + " pattern rect line circle path text")
                    .split(" "));

    @TempDir
    private Path folder;

    private record Published(Document html, JsonNode plan) {}

    private Published publish(String run) throws IOException {
        Path out = folder.resolve("out");
        if (run.equals("hostile")) {
            HostileRun.publish(folder);
        } else {
            Cli.Result result = Cli.run("run", "--example", "--out", out);
            assertThat(result.exitCode()).as(result.err()).isZero();
        }
        return new Published(
                Jsoup.parse(Files.readString(out.resolve("report.html"))),
                JsonText.read("plan.json", Files.readString(out.resolve("plan.json"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "hostile"})
    void asksNothingOfTheNetworkAndRunsNothing(String run) throws IOException {
        Document html = publish(run).html();

        assertThat(html.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
        for (Element element : html.getAllElements()) {
            assertThat(Stream.concat(ELEMENTS.stream(), MORE_ELEMENTS.stream()))
                    .contains(element.tagName().toLowerCase(Locale.ROOT));
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotIn("src", "srcset", "style", "xlink:href");
            }
        }
        assertThat(html.select("[href]").eachAttr("href")).allMatch(link -> link.startsWith("#"));
        assertThat(html.select("style")).hasSize(1);
        assertThat(html.select("style").get(0).data().replace("url(#hatch)", ""))
                .doesNotContain("url(", "@import", "http");
    }

    @Test
    void linksOnlyToWhatIsThere() throws IOException {
        Document html = publish("example").html();

        for (String link : html.select("a").eachAttr("href")) {
            assertThat(html.select(link)).as(link).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "hostile"})
    void showsEverySlotWithTheFiguresOfThePlan(String run) throws IOException {
        Published published = publish(run);
        List<JsonNode> slots = published
                .plan()
                .get("workers")
                .valueStream()
                .flatMap(worker -> worker.get("slots").valueStream())
                .toList();
        List<Element> cards = published.html().select(".card");

        assertThat(cards).hasSameSizeAs(slots);
        for (int i = 0; i < slots.size(); i++) {
            JsonNode slot = slots.get(i);
            assertThat(cards.get(i).text())
                    .contains(seen(slot, "gpu"))
                    .contains("-nvidia " + slot.get("device").asString())
                    .contains("slot " + slot.get("slot").asInt())
                    .contains(model(slot, "workload"))
                    .contains("today: " + seen(slot, "before"));
            if (!slot.get("workload").isNull()) {
                assertThat(cards.get(i).text())
                        .contains(seen(slot, "runnerUp"))
                        .contains(eth(slot, "contribution") + " ETH a week")
                        .contains(MONEY.eth(slot.get("flipPrice").asLong()));
            }
        }
        assertThat(slots).anyMatch(slot -> !slot.get("workload").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "hostile"})
    void showsEveryChangeDemandIssueAndInput(String run) throws IOException {
        Published published = publish(run);
        Document html = published.html();
        JsonNode plan = published.plan();

        assertThat(html.select(".changes > li")).hasSize(plan.get("changes").size());
        plan.get("changes")
                .forEach(change -> assertThat(html.select("#changes").text())
                        .contains(seen(change, "reason"))
                        .contains(model(change, "workload")));
        assertThat(rows(html, "files")).hasSize(plan.get("fileChanges").size());
        plan.get("fileChanges")
                .forEach(change -> assertThat(rows(html, "files")).anyMatch(row -> row.contains(seen(change, "text"))));
        assertThat(rows(html, "demand")).hasSize(plan.get("demand").size());
        plan.get("demand")
                .forEach(demand ->
                        assertThat(rows(html, "demand")).anyMatch(row -> row.contains(seen(demand, "workload"))));
        assertThat(rows(html, "issues")).hasSize(plan.get("issues").size());
        plan.get("issues")
                .forEach(issue -> assertThat(rows(html, "issues"))
                        .anyMatch(row -> row.contains(seen(issue, "message")) && row.contains(seen(issue, "value"))));
        // The newest of each source, as plan.json has them by source and time.
        Map<String, String> newest = new TreeMap<>();
        plan.get("inputs")
                .forEach(input ->
                        newest.put(seen(input, "source"), seen(input, "sha256").substring(0, 12)));
        assertThat(rows(html, "inputs")).hasSize(newest.size());
        newest.values().forEach(sha256 -> assertThat(rows(html, "inputs")).anyMatch(row -> row.contains(sha256)));
    }

    @Test
    void putsTheMoneyOfThePlanOnTop() throws IOException {
        Published published = publish("example");
        String top = published.html().select(".figures").text();
        JsonNode plan = published.plan();

        assertThat(top)
                .contains(MONEY.eth(plan.get("value").asLong()))
                .contains(MONEY.eth(
                        plan.get("value").asLong() - plan.get("currentValue").asLong()))
                .contains("4 of 4")
                .contains("proven");
        assertThat(published.html().select("header").text()).contains("Example data.");
    }

    @Test
    void showsHiddenCharactersOfModelIdsAndCards() throws IOException {
        String text = publish("hostile").html().text();

        assertThat(text).contains("evil\\u{202e}gnp.exe").doesNotContain("\u202E", "\u2066");
    }

    @Test
    void sumsTheWorkersUpToThePlan() throws IOException {
        Path fleet = Files.writeString(
                folder.resolve("fleet.yaml"),
                "version: 1\nworkers: [{name: a, gpus: [{name: RTX 4090}, {name: RTX 3090}]},"
                        + " {name: b, gpus: [{name: RTX 5090}]}]\n");
        Cli.run("run", "--example", "--fleet", fleet, "--out", folder.resolve("out"));
        Document html = Jsoup.parse(Files.readString(folder.resolve("out").resolve("report.html")));
        JsonNode plan = JsonText.read(
                "plan.json", Files.readString(folder.resolve("out").resolve("plan.json")));
        double sum = html.select(".worker > h3 > span").eachText().stream()
                .mapToDouble(text -> Double.parseDouble(text.split(" ")[2]))
                .sum();

        assertThat(sum * 1e9).isCloseTo(plan.get("value").asDouble(), withinPercentage(0.1));
        assertThat(html.select("#overview h3").eachText()).containsExactly("a", "b");
        assertThat(html.select("#overview ul ul > li")).hasSize(3);
    }

    private static Set<String> rows(Document html, String table) {
        return html.select("table." + table + " > tbody > tr").eachText().stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A text of the plan as a page shows it; nothing is a dash. */
    private static String seen(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull()
                ? ""
                : Visible.of(value.asString()).strip();
    }

    private static String model(JsonNode node, String field) {
        String id = seen(node, field);
        return id.substring(id.indexOf('/') + 1);
    }

    private static String eth(JsonNode node, String field) {
        return MONEY.eth(node.get(field).asLong()).replace(" ETH", "");
    }
}
