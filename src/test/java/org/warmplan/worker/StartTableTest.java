package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmplan.files.TextFile;
import org.warmplan.worker.lint.Checked;
import org.warmplan.worker.lint.FileLints;
import org.warmplan.worker.lint.Lint;
import org.warmplan.worker.lint.ReachLints;

/** Starts every file of the table {@code starts.md} beside this test, and compares all that is seen. */
final class StartTableTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "org", "warmplan", "worker", "starts.md");
    private static final BigDecimal USD_PER_ETH = BigDecimal.valueOf(2_000);
    private static final int LEAST_ROWS = 60;

    /** One row, its cells without the marks of the table. */
    record Row(int number, String rule, String file, boolean inline, String node, String verdict, String seen) {
        static Row of(String line) {
            List<String> cells = Arrays.stream(line.substring(1).split(" \\| ", -1))
                    .map(String::strip)
                    .toList();
            String file = cells.get(2);
            return new Row(
                    Integer.parseInt(cells.get(0)),
                    cells.get(1),
                    inTicks(file.replace("inline ", "")).replace("\\uFEFF", "\uFEFF"),
                    file.startsWith("inline "),
                    cells.get(3),
                    cells.get(4),
                    inTicks(cells.get(5)));
        }

        private static String inTicks(String cell) {
            return cell.substring(1, cell.length() - 1);
        }

        AiModelsFile read() {
            return inline ? AiModelsFile.readInline(file) : AiModelsFile.read("aiModels.json", file);
        }

        @Override
        public String toString() {
            return number + " " + rule;
        }
    }

    static Stream<Row> rows() {
        return TextFile.read(TABLE, "The table")
                .lines()
                .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                .map(Row::of);
    }

    @Test
    void holdsEnoughRowsInTheirOrder() {
        List<Row> rows = rows().toList();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(LEAST_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).number()).isEqualTo(i + 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void doesWhatTheTableSays(Row row) {
        switch (row.verdict()) {
            case "parse" -> requireUnparsed(row);
            case "starts" -> requireStarted(row, Checked.of(row.read(), setup(row.node())));
            default -> requireStopped(row, Startup.of(row.read(), setup(row.node())));
        }
    }

    private static void requireUnparsed(Row row) {
        assertThat(row).satisfies(r -> {
            try {
                r.read();
            } catch (UnparsedException e) {
                assertThat(e.logText()).isEqualTo("Error parsing -aiModels: " + r.seen());
                return;
            }
            throw new AssertionError("It was read.");
        });
    }

    private static void requireStopped(Row row, Startup startup) {
        Stop first = startup.stops().get(0);

        assertThat(first.message().strip()).isEqualTo(row.seen().strip());
        assertThat(first.isPanic() ? "panic" : "exit").isEqualTo(row.verdict());
    }

    private static void requireStarted(Row row, Checked checked) {
        List<String> seen = new ArrayList<>();
        List<AskedPrice> prices = AskedPrice.of(checked.file(), checked.setup(), USD_PER_ETH);
        List<String> wanted =
                row.seen().equals("nothing") ? List.of() : List.of(row.seen().split("; "));
        checked.startup()
                .placements()
                .forEach(p -> seen.add(placed(p, row.seen().contains(" container "))));
        prices.forEach(price -> seen.add(asked(price)));

        assertThat(checked.startup().stops()).isEmpty();
        assertThat(wanted.stream().filter(part -> part.matches("[0-9]+=.*|asks .*")))
                .containsExactlyInAnyOrderElementsOf(seen);
        checked.startup().advertised().forEach(a -> seen.add(said(a)));
        checked.startup()
                .neverServed()
                .forEach(n -> seen.add("never [" + n.entry().index() + "] " + n.reason()));
        if (checked.startup().neverServed().isEmpty()) {
            seen.add("served");
        }
        Stream.concat(FileLints.of(checked.file(), checked.setup()).stream(), ReachLints.of(checked).stream())
                .map(Lint::code)
                .distinct()
                .forEach(code -> seen.add("finds " + code.key()));
        assertThat(seen).containsAll(wanted);
    }

    private static String placed(Placement placement, boolean whole) {
        String entry = placement.slot().position() + "=[" + placement.entry().index() + "]";
        return whole ? entry + " " + placement.slot() : entry;
    }

    private static String said(Advertised a) {
        return "says %s %s %s %d".formatted(a.capability(), a.modelId(), a.warm() ? "warm" : "cold", a.capacity());
    }

    private static String asked(AskedPrice price) {
        return "asks [%d] %s%s"
                .formatted(
                        price.entry().index(),
                        price.price().text(),
                        price.isForEverybody() ? "" : " of " + price.gateway());
    }

    private static WorkerSetup setup(String node) {
        List<String> words = List.of(node.split(" "));
        List<String> devices = words.size() < 2 || words.get(1).equals("none")
                ? List.of()
                : List.of(words.get(1).split(","));
        int containers = words.stream()
                .filter(word -> word.matches("x[0-9]+"))
                .mapToInt(word -> Integer.parseInt(word.substring(1)))
                .findFirst()
                .orElse(1);
        WorkerSetup setup = switch (words.get(0)) {
            case "remote" -> WorkerSetup.remote(devices, containers);
            case "orchestrator" -> WorkerSetup.orchestrator(false);
            default -> WorkerSetup.combined(devices, containers);
        };
        Map<String, String> flags = new HashMap<>();
        words.stream()
                .filter(word -> word.contains("="))
                .forEach(word -> flags.put(word.split("=")[0], word.split("=")[1]));
        Map<String, String> live = flags.containsKey("live") ? Map.of(flags.get("live"), "an/image") : Map.of();
        WorkerSetup told =
                setup.with(FlagPrices.of(flags.get("price"), flags.get("pixels")), new ImageNames("", Map.of(), live));
        return words.contains("offchain") ? told.offchain() : told;
    }
}
