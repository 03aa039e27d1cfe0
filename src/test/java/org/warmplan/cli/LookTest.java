package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours and the progress line: on terminals only, and never from outside. */
final class LookTest {
    private static final Look TERMINAL = new Look(true, true, true, 60);
    private static final Path NETWORK =
            Path.of("data", "example", "network", "network-capabilities-20261123T060000Z.json");

    @TempDir
    private Path folder;

    private static String withoutColours(String text) {
        return text.replaceAll("\u001B\\[(?:0|1|31|32|33)m", "");
    }

    @ParameterizedTest
    @CsvSource({
        "'out,err', xterm, '', true, true, true",
        "'out', xterm, '', true, false, false",
        "',err', xterm, '', false, true, true",
        "'', xterm, '', false, false, false",
        "'out,err', dumb, '', false, false, false",
        "'out,err', xterm, 1, false, false, true",
        "'out,err', xterm, 0, false, false, true",
    })
    void isToldByTheLauncherAndTheEnvironment(
            String terminals, String term, String noColor, boolean out, boolean err, boolean live) {
        Look look = Look.of(terminals, "132", Map.of("TERM", term, "NO_COLOR", noColor));

        assertThat(look).isEqualTo(new Look(out, err, live, 132));
    }

    @ParameterizedTest
    @CsvSource({"'', 80", "abc, 80", "0, 80", "-5, 80", "5, 20", "100, 100", "999999, 1000"})
    void takesNoWidthThatCannotBe(String columns, int width) {
        assertThat(Look.of("err", columns, Map.of()).columns()).isEqualTo(width);
    }

    @Test
    void coloursOnlyAddToThePlainSummary() {
        Cli.Result plain = Cli.run("run", "--example", "--out", folder.resolve("a"));
        Cli.Result painted = Cli.runOn(TERMINAL, "run", "--example", "--out", folder.resolve("b"));

        assertThat(plain.out()).doesNotContain("\u001B");
        assertThat(painted.out())
                .startsWith("\u001B[1mWarmplan for 2026-11-23 06:00 UTC · example data\u001B[0m\n")
                .contains("\n  \u001B[32mwarmed\u001B[0m ");
        assertThat(withoutColours(painted.out())).isEqualTo(plain.out());
    }

    @Test
    void paintsWarningsAndWhatIsCooled() {
        String painted = Painted.summary("""
                Head
                ! old data
                warmed x

                What changes
                  cooled a on b
                         why

                  warmed c
                """);

        assertThat(painted.replace('\u001B', '^')).isEqualTo("""
                ^[1mHead^[0m
                ^[33m! old data^[0m
                warmed x

                What changes
                  ^[33mcooled^[0m a on b
                         why

                  warmed c
                """);
    }

    @Test
    void showsEscapesAndMarkupFromOutsideAsText() throws IOException {
        String model = "@|bold,red x|@\\u001b[31m\\u202e\\nwarmed";
        Files.writeString(
                folder.resolve("aiModels.json"),
                "[{\"pipeline\": \"text-to-image\", \"model_id\": \"" + model
                        + "\", \"warm\": true, \"price_per_unit\": 1}]");
        Path fleet = Files.writeString(
                folder.resolve("fleet.yaml"),
                "version: 1\nworkers: [{name: rig1, aiModels: aiModels.json, gpus: [{name: RTX 4090}]}]\n");
        Cli.Result result = Cli.runOn(TERMINAL, "run", "--example", "--fleet", fleet, "--out", folder.resolve("out"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("@|bold,red x|@\\u{1b}[31m\\u{202e}\\u{a}warmed");
        assertThat(withoutColours(result.out())).doesNotContain("\u001B").doesNotContain("\u202E");
    }

    @Test
    void coloursMistakesWithoutObeyingThem() {
        Cli.Result result = Cli.runOn(TERMINAL, "run", "--example", "--frob\u001B[5m@|bold x|@");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("\r\u001B[K\u001B[31mUnknown option: '--frob\\u{1b}[5m@|bold x|@'")
                .endsWith("\u001B[0m\n");
    }

    @Test
    void drawsTheStepsOnOneLineAndTakesItAway() {
        Cli.Result result = Cli.runOn(TERMINAL, "run", "--example", "--out", folder.resolve("out"));

        assertThat(result.err().indexOf('\n')).isEqualTo(result.err().length() - 1);
        assertThat(result.err())
                .contains(
                        "\r\u001B[K[--------------------] reading history",
                        "\r\u001B[K[####----------------] estimating",
                        "\r\u001B[K[########------------] solving",
                        "\r\u001B[K[############--------] explaining",
                        "\r\u001B[K[################----] writing")
                .endsWith("\r\u001B[KPublished to " + folder.resolve("out") + "\n");
    }

    @Test
    void drawsWhichSourceIsAsked() {
        Cli.Result result = Cli.runOn(TERMINAL, "collect", "--sources", NETWORK, "--data", folder.resolve("data"));

        assertThat(result.err())
                .startsWith(
                        "\r\u001B[K[--------------------] collecting 1/1 network-capabilities\r\u001B[Knetwork-capabilities: ")
                .endsWith("\r\u001B[K");
    }

    @Test
    void staysWithinTheWidth() {
        Look narrow = new Look(false, false, true, 24);
        Cli.Result result = Cli.runOn(narrow, "run", "--example", "--out", folder.resolve("out"));

        assertThat(result.err().split("\r\u001B\\[K"))
                .filteredOn(line -> line.startsWith("["))
                .hasSize(5)
                .allMatch(line -> line.length() <= 23);
    }

    @Test
    void jsonIsPlainOnATerminalToo() {
        Cli.Result result = Cli.runOn(TERMINAL, "run", "--example", "--format", "json", "--out", folder.resolve("out"));

        assertThat(result.out()).startsWith("{\n").doesNotContain("\u001B");
        assertThat(result.err()).doesNotContain("[#").hasLineCount(1);
    }

    @Test
    void helpIsPlainWhereNoTerminalIs() {
        assertThat(Cli.run("run", "--help").out()).contains("--fail-on-change").doesNotContain("\u001B");
        assertThat(Cli.runOn(TERMINAL, "run", "--help").out()).contains("\u001B[");
    }
}
