package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

/** {@code history list}, {@code rebuild}, {@code prune} and {@code import}. */
final class HistoryCommandTest {
    private static final Path EXAMPLE = Path.of("data", "example", "network");
    private static final Path NETWORK = EXAMPLE.resolve("network-capabilities-20261123T060000Z.json");

    @TempDir
    private Path folder;

    private Cli.Result history(Object... words) {
        return Cli.run(Stream.concat(
                        Stream.concat(Stream.of("history"), Stream.of(words)),
                        Stream.of("--data", folder.resolve("data")))
                .toArray());
    }

    private Cli.Result imported(String at) {
        return history("import", "--source", "net", "--kind", "network-capabilities", "--at", at, NETWORK);
    }

    private void importExample() {
        assertThat(history("import", "--manifest", EXAMPLE.resolve("manifest.jsonl"))
                        .exitCode())
                .isZero();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("snapshots"))) {
            return files.filter(file -> file.toString().endsWith(".gz")).toList();
        }
    }

    private static JsonNode json(Cli.Result result) {
        return JsonText.readStrict("stdout", result.out());
    }

    private static void assertRefused(Cli.Result result, int code, String what) {
        assertThat(result.exitCode()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(what).contains("Maybe").hasLineCount(1);
    }

    @Test
    void importsAPayloadOnce() throws IOException {
        Cli.Result first = imported("2026-11-23T06:00:00Z");
        Cli.Result second = imported("2026-11-23T06:00:00Z");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).matches("net at 2026-11-23T06:00:00Z: filed, \\d+ observations, \\d+ issues\n");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).isEqualTo("net at 2026-11-23T06:00:00Z: was there already\n");
        assertThat(files()).hasSize(1);
    }

    @Test
    void importsAManifestAndListsIt() {
        importExample();
        Cli.Result list = history("list");

        assertThat(list.exitCode()).isZero();
        assertThat(list.err()).isEmpty();
        assertThat(list.out()).hasLineCount(2);
        assertThat(list.out().lines().toList().get(0))
                .matches("explorer-orchestrators  explorer-orchestrators  3 snapshots from 2026-10-26T06:00:00Z to"
                        + " 2026-11-23T06:00:00Z, \\d+ KiB");
        JsonNode source =
                json(history("list", "--format", "json")).get("sources").get(1);
        assertThat(source.get("name").stringValue()).isEqualTo("network-capabilities");
        assertThat(source.get("kinds").toString()).isEqualTo("[\"network-capabilities\"]");
        assertThat(source.get("unreadable").intValue()).isZero();
        assertThat(source.get("bytes").longValue()).isPositive();
    }

    @Test
    void listsTheSnapshotsOfASource() {
        importExample();
        Cli.Result list = history("list", "--source", "explorer-orchestrators");
        JsonNode snapshots = json(history("list", "--source", "explorer-orchestrators", "--format", "json"))
                .get("snapshots");

        assertThat(list.out()).hasLineCount(3);
        assertThat(snapshots).hasSize(3);
        assertThat(snapshots.get(2).get("observations").intValue()).isPositive();
        assertThat(snapshots.get(2).get("problem").isNull()).isTrue();
        assertRefused(history("list", "--source", "explorer"), 3, "explorer-orchestrators, network-capabilities");
    }

    @Test
    void countsWhatCannotBeRead() throws IOException {
        imported("2026-11-23T06:00:00Z");
        imported("2026-11-22T06:00:00Z");
        Files.writeString(files().get(0), "damaged");

        assertThat(history("list").out()).contains("2 snapshots").endsWith(", 1 unreadable\n");
        assertThat(history("list", "--source", "net").out())
                .contains("unreadable: ")
                .contains("is no sound gzip");
        assertThat(json(history("rebuild", "--format", "json"))
                        .get("unreadable")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void listsNothingWhereNothingIs() throws IOException {
        assertRefused(history("list"), 3, "does not exist");
        Files.createDirectories(folder.resolve("data"));
        Cli.Result empty = history("list");

        assertThat(empty.exitCode()).isZero();
        assertThat(empty.err()).contains("Nothing is filed");
        assertThat(folder.resolve("data")).isEmptyDirectory();
        assertThat(json(history("list", "--format", "json")).get("sources")).isEmpty();
    }

    @Test
    void rebuildsTheIndex() throws IOException {
        importExample();
        Path index = folder.resolve("data").resolve("history.db");
        Cli.Result first = history("rebuild");
        Files.writeString(index, "no database");
        Cli.Result second = history("rebuild");

        assertThat(first.out()).matches("\\d+ snapshots, 0 of them unreadable: \\d+ observations, \\d+ issues\\.\n");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEmpty();
        assertThat(Files.size(index)).isGreaterThan(10_000);
    }

    @Test
    void mendsADamagedIndexAndSaysSo() throws IOException {
        importExample();
        String before = history("list").out();
        Files.writeString(folder.resolve("data").resolve("history.db"), "no database");
        Cli.Result list = history("list");

        assertThat(list.out()).isEqualTo(before);
        assertThat(list.err())
                .endsWith("so it is made anew from the snapshots.\n")
                .hasLineCount(1);
    }

    @Test
    void prunesWhatIsOldButNeverTheNewest() throws IOException {
        importExample();
        history("import", "--source", "old", "--kind", "network-capabilities", "--at", "2020-01-01T00:00:00Z", NETWORK);
        int before = files().size();
        Cli.Result dry = history("prune", "--keep", "10d", "--dry-run");
        assertThat(files()).hasSize(before);
        JsonNode pruned = json(history("prune", "--keep", "10d", "--format", "json"));
        int removed = pruned.get("removed").size();

        assertThat(dry.out()).contains("Would remove " + removed + " snapshots");
        assertThat(removed).isPositive();
        assertThat(pruned.get("before").stringValue()).isEqualTo("2026-11-13T12:00:00Z");
        assertThat(pruned.get("bytes").longValue()).isPositive();
        assertThat(files()).hasSize(before - removed);
        assertThat(history("list").out()).contains("old  network-capabilities  1 snapshot from 2020");
        assertThat(history("prune", "--keep", "10d").out()).startsWith("Nothing is older than 2026-11-13T12:00:00Z");
        assertThat(history("list", "--source", "network-capabilities").out()).doesNotContain("2026-11-12");
    }

    @Test
    void pruningNeedsASpan() {
        importExample();
        assertRefused(history("prune"), 2, "--keep is missing");
        assertRefused(history("prune", "--keep", "ten"), 2, "--keep is ten");
    }

    @Test
    void refusesWhatItsReaderDoesNotUnderstand() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<html>Bad gateway</html>");
        Cli.Result result = history(
                "import", "--source", "net", "--kind", "network-capabilities", "--at", "2026-11-23T06:00:00Z", page);

        assertRefused(result, 3, "refused");
        assertThat(folder.resolve("data").resolve("snapshots")).doesNotExist();
    }

    @Test
    void aRefusedSnapshotOfAManifestKeepsNoOtherOut() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{}");
        Files.copy(NETWORK, folder.resolve("good.json"));
        Path manifest = Files.writeString(folder.resolve("m.jsonl"), """
                {"instant":"2026-11-01T00:00:00Z","source":"a","kind":"network-capabilities","url":"x","file":"bad.json"}
                {"instant":"2026-11-02T00:00:00Z","source":"a","kind":"network-capabilities","url":"x","file":"good.json"}
                """);
        Cli.Result result = history("import", "--manifest", manifest, "--format", "json");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(json(result).get("snapshots").get(0).get("state").stringValue())
                .isEqualTo("refused");
        assertThat(json(result).get("snapshots").get(1).get("state").stringValue())
                .isEqualTo("filed");
        assertThat(files()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"instant\":\"2026-11-03T00:00:00Z\",\"source\":\"a\",\"kind\":\"network-capabilities\",\"url\":\"x\",\"file\":\"gone\"}",
                "{\"instant\":\"2027-11-03T00:00:00Z\",\"source\":\"a\",\"kind\":\"network-capabilities\",\"url\":\"x\",\"file\":\"good.json\"}",
                "{\"instant\":\"2026-11-03T00:00:00Z\",\"source\":\"a/b\",\"kind\":\"network-capabilities\",\"url\":\"x\",\"file\":\"good.json\"}"
            })
    void aBadLineStopsBeforeAnythingIsFiled(String line) throws IOException {
        Files.copy(NETWORK, folder.resolve("good.json"));
        Path manifest = Files.writeString(folder.resolve("m.jsonl"), """
                {"instant":"2026-11-02T00:00:00Z","source":"a","kind":"network-capabilities","url":"x","file":"good.json"}
                """ + line + "\n");

        assertRefused(history("import", "--manifest", manifest), 3, "");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void namesTheKindsThatThereAre() {
        Cli.Result result = history("import", "--source", "a", "--kind", "x", "--at", "2026-11-02T00:00:00Z", NETWORK);

        assertRefused(result, 2, "explorer-orchestrators");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesWrongUse() {
        assertRefused(history("import", NETWORK), 2, "all needed");
        assertRefused(imported("2026-11-23T12:00:01Z"), 2, "later than now");
        assertRefused(imported("yesterday"), 2, "--at is yesterday");
        assertRefused(history("import", "--manifest", NETWORK, "--source", "x"), 2, "--manifest");
        assertRefused(
                history(
                        "import",
                        "--source",
                        "a b",
                        "--kind",
                        "network-capabilities",
                        "--at",
                        "2026-11-02T00:00:00Z",
                        NETWORK),
                2,
                "--source is a b");
        assertThat(Cli.run("history").exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "rebuild", "prune", "import"})
    void hasHelp(String command) {
        assertThat(Cli.run("history", command, "--help").out()).contains("--data", "--format");
    }
}
