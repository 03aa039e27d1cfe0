package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

final class MarketCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesAMarketThatCanBePlannedOn() {
        Path market = folder.resolve("market");
        Cli.Result written =
                Cli.run("market", "--seed", 3, "--weeks", 2, "--every", 24, "--out", market, "--format", "json");

        assertThat(written.exitCode()).as(written.err()).isZero();
        JsonNode result = JsonText.read("stdout", written.out());
        assertThat(result.get("at").stringValue()).isEqualTo("2026-01-19T00:00:00Z");
        assertThat(result.get("command").stringValue())
                .startsWith("./warmplan plan --fleet ")
                .endsWith(" --at 2026-01-19T00:00:00Z");
        Cli.Result listed = Cli.run("history", "list", "--data", market.resolve("data"));
        assertThat(listed.out())
                .contains("network-capabilities  ", "naap  ", "my-node  ")
                .doesNotContain("unreadable");
        Cli.Result planned = Cli.run(
                "plan",
                "--fleet",
                market.resolve("fleet.yaml"),
                "--data",
                market.resolve("data"),
                "--at",
                result.get("at").stringValue(),
                "--out",
                folder.resolve("plan"));
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("a week by estimate", "Made from");
    }

    @Test
    void writesOverNothing() {
        assertThat(folder.resolve("data").toFile().mkdir()).isTrue();
        Cli.Result result = Cli.run("market", "--out", folder);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("not written over. Maybe name a new folder.");
    }

    @Test
    void playsMarketsSideBySide() {
        Cli.Result text = Cli.run("market", "--seed", 2, "--markets", 1);

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out().lines()).hasSize(3);
        assertThat(text.out()).contains("keep last week", "\n     2  ", " of 1 count");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--weeks 3, --weeks is for a market that is written. Maybe --out is missing.",
        "--every 6, --every is for a market that is written. Maybe --out is missing.",
        "--markets 0, '--markets is 0, not from 1 to 1000. Maybe leave it out: 3 is usual.'",
        "--out x --markets 2, '--out writes one market, and --markets names several. Maybe leave out --markets.'",
        "--out x --weeks 900, '--weeks is 900, not from 1 to 200. Maybe leave it out: 8 is usual.'",
        "--out x --every 169, '--every is 169, not from 1 to 168. Maybe leave it out: 1 is usual.'",
        "--seed one, Maybe see warmplan market --help."
    })
    void refusesWhatMakesNoSense(String words, String message) {
        Cli.Result result = Cli.run((Object[]) ("market " + words).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(message);
        assertThat(result.out()).isEmpty();
    }
}
