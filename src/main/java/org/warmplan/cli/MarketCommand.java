package org.warmplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.fleet.Catalogue;
import org.warmplan.replay.market.Market;
import org.warmplan.replay.market.MarketSize;
import org.warmplan.replay.market.WeekLog;
import org.warmplan.replay.market.Worth;
import org.warmplan.replay.show.MarketFolder;
import org.warmplan.replay.show.Rhythm;
import org.warmplan.replay.show.Showing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulated markets: what simple policies earn in them, or one of them written to disk as if it had been collected. */
@Command(
        name = "market",
        mixinStandardHelpOptions = true,
        description = {
            "Plays simulated markets and prints what simple policies earn there, or writes one to a folder.",
            "A market counts when it pays to look ahead (keeping last week's best earns at most 0.92 of what hindsight"
                    + " earns) and to look at all (sets at random earn at most 0.70 of it)."
        })
final class MarketCommand implements Callable<Integer> {
    private static final int MOST_MARKETS = 1_000;
    private static final int MOST_WEEKS = 200;
    private static final int USUAL_MARKETS = 3;
    private static final int USUAL_WEEKS = 8;

    private final Surroundings surroundings;

    @Option(names = "--markets", paramLabel = "N", description = "How many are played, of as many seeds (default: 3).")
    private @Nullable Integer markets;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the first (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Writes the market of --seed here: fleet.yaml, data with what its sources showed, and truth.json.")
    private @Nullable Path out;

    @Option(names = "--weeks", paramLabel = "N", description = "With --out: how many weeks of it (default: 8).")
    private @Nullable Integer weeks;

    @Option(
            names = "--every",
            paramLabel = "HOURS",
            description = "With --out: hours between two looks at the network (default: 1).")
    private @Nullable Integer every;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: lines, or the same as JSON (default: text).")
    private Options.Format format = Options.Format.TEXT;

    MarketCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        requireSense();
        if (out == null) {
            compare(within("--markets", markets, USUAL_MARKETS, MOST_MARKETS));
        } else {
            write(out, within("--weeks", weeks, USUAL_WEEKS, MOST_WEEKS), within("--every", every, 1, WeekLog.HOURS));
        }
        return ExitCode.DONE.number();
    }

    private void requireSense() {
        if (out != null && markets != null) {
            throw new UsageException(
                    "--out writes one market, and --markets names several. Maybe leave out --markets.");
        }
        if (out == null && (weeks != null || every != null)) {
            throw new UsageException("%s is for a market that is written. Maybe --out is missing."
                    .formatted(weeks != null ? "--weeks" : "--every"));
        }
    }

    private static int within(String option, @Nullable Integer given, int otherwise, int most) {
        int number = given == null ? otherwise : given;
        if (number < 1 || number > most) {
            throw new UsageException("%s is %d, not from 1 to %d. Maybe leave it out: %d is usual."
                    .formatted(option, number, most, otherwise));
        }
        return number;
    }

    private void compare(int count) {
        Surroundings quiet = surroundings.forFormat(format);
        List<MarketRow> rows = new ArrayList<>();
        if (format == Options.Format.TEXT) {
            quiet.show(MarketRow.HEAD);
        }
        for (int number = 0; number < count; number++) {
            quiet.progress().playing(number + 1, count, "market " + (seed + number));
            Market market = market(seed + number);
            MarketRow row = MarketRow.of(seed + number, market, Worth.of(market, seed + number));
            rows.add(row);
            if (format == Options.Format.TEXT) {
                quiet.show(row.line());
            }
        }
        quiet.show(format == Options.Format.JSON ? MarketRow.json(rows) : MarketRow.summary(rows));
    }

    private void write(Path folder, int count, int hours) {
        if (Files.exists(folder.resolve("data")) || Files.exists(folder.resolve("fleet.yaml"))) {
            throw new UsageException(
                    "%s holds data or a fleet.yaml already, which are not written over. Maybe name a new folder."
                            .formatted(folder));
        }
        Surroundings quiet = surroundings.forFormat(format);
        Market market = market(seed);
        Showing showing = new Showing(market.cast(), seed, Showing.START, Rhythm.every(hours));
        MarketFolder written = new MarketFolder(folder, market.cast(), seed, showing);
        for (int week = 0; week < count; week++) {
            quiet.progress().playing(week + 1, count, "week " + (week + 1));
            WeekLog log = market.play();
            written.add(market.standing(week), log);
        }
        written.finish(market.standing(count - 1));
        WrittenMarket result = WrittenMarket.of(seed, market, written, folder, showing.end(count - 1));
        quiet.show(format == Options.Format.JSON ? result.json() : result.text());
    }

    private Market market(long ofSeed) {
        Catalogue catalogue = Catalogue.read(surroundings.catalogue());
        Policy policy = Policy.read(surroundings.config("policy.yaml"));
        return Market.of(catalogue, policy.demand(), MarketSize.STUDY, ofSeed);
    }
}
