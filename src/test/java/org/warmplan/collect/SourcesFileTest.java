package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.domain.InputException;

final class SourcesFileTest {
    @TempDir
    Path folder;

    @Test
    void readsSourcesInTheirOrder() throws IOException {
        assertThat(read("""
                        sources:
                          - {name: mine, kind: network-capabilities, url: "http://127.0.0.1:5935/x", maxAge: 36h, required: true}
                          - {name: stake, kind: explorer-orchestrators, url: pages/stake.html}
                        """))
                .containsExactly(
                        new SourceSettings(
                                "mine", "network-capabilities", "http://127.0.0.1:5935/x", Duration.ofHours(36), true),
                        new SourceSettings(
                                "stake",
                                "explorer-orchestrators",
                                folder.resolve("pages/stake.html").toString(),
                                Duration.ofDays(8),
                                false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gw.example/getNetworkCapabilities", "HTTP://gw.example/sources.yaml", "caps.json"})
    void takesAnythingElseAsOneRequiredSource(String address) {
        assertThat(SourcesFile.read(address, Map.of()))
                .containsExactly(new SourceSettings(
                        "network-capabilities", "network-capabilities", address, Duration.ofDays(8), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{name: ../up, kind: network-capabilities, url: a.json}"
                        + "| line 1: sources[0].name is ../up, not 1 to 64 letters, digits, dots, underscores or dashes."
                        + " Maybe shorten it, or leave out the spaces.",
                "{name: a, kind: network-capabilities, url: 'ftp://u:p@gw.example/a'}"
                        + "| line 1: sources[0].url is ftp://gw.example/a, which is of a kind that is not read."
                        + " Maybe give http:, https: or a file's path.",
                "{name: a, kind: network-capabilities, url: 'https://u:p/w@gw.example/a'}"
                        + "| line 1: sources[0].url is https://***, which is no address that can be asked."
                        + " Maybe give http:, https: or a file's path.",
                "{name: a, kind: network-capabilities, url: a.json, maxAge: 8}"
                        + "| line 1: sources[0].maxAge is 8, not a number with s, m, h or d above zero."
                        + " Maybe write 8d or 36h.",
                "{name: a, kind: network-capabilities, url: a.json, require: true}"
                        + "| line 1: sources[0].require is not a known field."
                        + " Maybe one of these was meant: kind, maxAge, name, required, token, url."
            })
    void saysWhatIsWrongWithASource(String source, String problem) {
        assertThatThrownBy(() -> read("sources: [" + source + "]"))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("sources.yaml") + " " + problem);
    }

    @Test
    void takesSecretsFromTheEnvironment() throws IOException {
        List<SourceSettings> sources = read("sources: [{name: a, kind: network-capabilities,"
                + " url: 'https://gw.example/a?key=${GATEWAY_KEY}', token: '${GATEWAY_KEY}'}]");

        assertThat(sources).singleElement().satisfies(source -> {
            assertThat(source.url()).isEqualTo("https://gw.example/a?key=k3y-of-mine");
            assertThat(source.token()).isEqualTo("k3y-of-mine");
            assertThat(source.toString()).doesNotContain("k3y-of-mine");
        });
    }

    @Test
    void saysWhichVariableTheEnvironmentLacks() {
        assertThatThrownBy(() -> read("sources: [{name: a, kind: network-capabilities, url: 'http://${NO_SUCH}/a'}]"))
                .hasMessage(folder.resolve("sources.yaml")
                        + " line 1: sources[0].url names ${NO_SUCH}, which the environment does not have."
                        + " Maybe export it before the command, also in the crontab or the systemd unit.");
    }

    @Test
    void namesTheKindsThereAre() {
        assertThatThrownBy(() -> read("sources: [{name: a, kind: tickets, url: a.json}]"))
                .hasMessage(
                        folder.resolve("sources.yaml") + " line 1: sources[0].kind is tickets, which this version does"
                                + " not collect. Maybe one of these was meant: "
                                + String.join(", ", SourceKinds.listKinds()) + ".");
    }

    @Test
    void wantsANameForEachSource() {
        assertThatThrownBy(() -> read("sources: [{kind: network-capabilities, url: a.json}]"))
                .hasMessage(folder.resolve("sources.yaml")
                        + ": sources[0].name is missing. Maybe add it under sources[0].");
    }

    @Test
    void refusesTheSameNameTwice() {
        String source = "{name: a, kind: network-capabilities, url: a.json}";

        assertThatThrownBy(() -> read("sources: [" + source + ", " + source + "]"))
                .hasMessage(folder.resolve("sources.yaml")
                        + " line 1: sources[1].name is a for the second time. Maybe give each its own name.");
    }

    @Test
    void refusesAFileWithoutSources() {
        assertThatThrownBy(() -> read("sources: []"))
                .hasMessage(folder.resolve("sources.yaml")
                        + " line 1: sources names no source. Maybe add one: {name, kind, url}.");
    }

    @Test
    void refusesABareAddressThatCannotBeAsked() {
        assertThatThrownBy(() -> SourcesFile.read("https://u:p@:x/", Map.of()))
                .hasMessage("The source https://*** is no address that can be asked."
                        + " Maybe give an http: or https: address, or a file's path.");
    }

    @Test
    void takesAnAddressWithoutItsSchemeForNoFile() {
        assertThatThrownBy(() -> SourcesFile.read("127.0.0.1:5935/getNetworkCapabilities", Map.of()))
                .hasMessage("The source 127.0.0.1:5935/getNetworkCapabilities begins with neither http: nor https:."
                        + " Maybe give an http: or https: address, or a file's path.");
        assertThatThrownBy(() -> read("sources: [{name: a, kind: naap, url: 'host.example:80/v1?key=s3cret'}]"))
                .hasMessageContaining("sources[0].url is ***, which begins with neither http: nor https:. Maybe ");
    }

    @Test
    void refusesATokenThatNoHeaderMayHave() {
        assertThatThrownBy(() -> read("sources: [{name: a, kind: naap, url: 'https://a/', token: \"s3cr\u00e9t\"}]"))
                .hasMessageContaining("sources[0].token holds a character that no header may have. Maybe ")
                .hasMessageNotContaining("s3cr");
    }

    @Test
    void readsTheFileThatIsShipped() {
        assertThat(SourcesFile.read("solver-config/sources.yaml", Map.of()))
                .extracting(SourceSettings::kind, SourceSettings::required)
                .containsExactly(
                        tuple("network-capabilities", true),
                        tuple("naap", false),
                        tuple("explorer-orchestrators", false),
                        tuple("payouts", false),
                        tuple("leaderboard", false));
    }

    @Test
    void showsASourceWithoutItsSecrets() {
        assertThat(SourcesFile.read("https://user:pass@gw.example/a?token=t", Map.of())
                        .get(0))
                .hasToString("network-capabilities (network-capabilities from https://gw.example/a?token=***)");
    }

    private List<SourceSettings> read(String yaml) throws IOException {
        return SourcesFile.read(
                Files.writeString(folder.resolve("sources.yaml"), yaml).toString(),
                Map.of("GATEWAY_KEY", "k3y-of-mine"));
    }
}
