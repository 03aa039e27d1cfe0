package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.warmplan.bench.Bench;
import org.warmplan.bench.BenchRow;
import org.warmplan.bench.BenchTable;
import org.warmplan.bench.Contender;
import org.warmplan.bench.Judge;
import org.warmplan.bench.Round;
import org.warmplan.bench.Size;
import org.warmplan.certify.Certifier;
import org.warmplan.domain.UsageException;
import org.warmplan.files.Durations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How good and how fast problems of every size are solved, and how others do. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Solves problems drawn from seeds, of every size, and prints how good and how fast that went.",
            "Sizes, by the number of GPUs: rig, rig-tight, 40, 1000, 1000-flow, 1000-packed, 10000."
        })
final class BenchCommand implements Callable<Integer> {
    private static final Pattern SEEDS = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final long MOST_SEEDS = 1_000;

    /** No contender values its own answer. */
    private static final Judge JUDGE = Certifier::worth;

    private final Surroundings surroundings;

    @Option(names = "--sizes", paramLabel = "A,B", description = "Which sizes (default: all).")
    private @Nullable String sizes;

    @Option(
            names = "--seeds",
            paramLabel = "N-M",
            description = "A problem of every size for each of these seeds (default: ${DEFAULT-VALUE}).")
    private String seeds = "1-3";

    @Option(names = "--contenders", paramLabel = "A,B", description = "Who solves them (default: all there are).")
    private @Nullable String contenders;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "How long each may take for a problem, like 10s (default: ${DEFAULT-VALUE}).")
    private String timeLimit = "10s";

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: a table, or the same and every run as JSON (default: text).")
    private Options.Format format = Options.Format.TEXT;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Size> chosen = chosenSizes();
        long[] numbers = chosenSeeds();
        Duration limit = limit();
        Path solver = surroundings.config("solver.xml");
        List<Contender> taking = contenders == null ? Contenders.all(solver) : Contenders.named(contenders, solver);
        Surroundings quiet = surroundings.forFormat(format);
        Bench bench = new Bench(taking, JUDGE);
        List<Round> rounds = new ArrayList<>();
        int all = chosen.size() * numbers.length;
        for (Size size : chosen) {
            for (long seed : numbers) {
                quiet.progress().solving(rounds.size() + 1, all, "size " + size.name() + ", seed " + seed);
                rounds.add(bench.round(size, seed, limit));
            }
        }
        quiet.show(format == Options.Format.JSON ? BenchJson.of(rounds) : BenchTable.text(BenchRow.of(rounds)));
        return ExitCode.DONE.number();
    }

    private List<Size> chosenSizes() {
        return sizes == null
                ? Size.ALL
                : Arrays.stream(sizes.split(",")).map(BenchCommand::size).toList();
    }

    private static Size size(String name) {
        return Size.named(name)
                .orElseThrow(() -> new UsageException("--sizes has %s, which is none. Maybe one of these was meant: %s."
                        .formatted(name, Size.ALL.stream().map(Size::name).collect(Collectors.joining(", ")))));
    }

    private long[] chosenSeeds() {
        Matcher matcher = SEEDS.matcher(seeds);
        if (matcher.matches()) {
            long first = Long.parseLong(matcher.group(1));
            long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
            if (first <= last && last - first < MOST_SEEDS) {
                return LongStream.rangeClosed(first, last).toArray();
            }
        }
        throw new UsageException("--seeds is %s, not a number or a range of up to %d. Maybe write it like 1-20."
                .formatted(seeds, MOST_SEEDS));
    }

    private Duration limit() {
        return Durations.find(timeLimit)
                .filter(limit -> !limit.isZero())
                .orElseThrow(
                        () -> new UsageException("--time-limit is %s, not %s from more than 0. Maybe write it like 10s."
                                .formatted(timeLimit, Durations.FORM)));
    }
}
