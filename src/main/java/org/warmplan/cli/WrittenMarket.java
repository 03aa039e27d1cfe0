package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Instant;
import org.warmplan.files.JsonText;
import org.warmplan.files.Visible;
import org.warmplan.replay.market.Market;
import org.warmplan.replay.show.MarketFolder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a market that was written.
 *
 * @param at when a plan for the week after its last would be made
 * @param command the next one to try
 */
record WrittenMarket(long seed, Path folder, int weeks, int snapshots, Instant at, String command) {
    private static final int VERSION = 1;

    static WrittenMarket of(long seed, Market market, MarketFolder written, Path folder, Instant at) {
        String command = "./warmplan plan --fleet %s --data %s --at %s"
                .formatted(ShellWord.of(written.fleet()), ShellWord.of(written.data()), at);
        return new WrittenMarket(seed, folder, market.weeks(), written.snapshots(), at, command);
    }

    String text() {
        return """
                Market %d: %d %s and %d snapshots in %s, as if they had been collected.
                What was really asked for and earned is in truth.json; no plan reads it.
                Next: %s
                """.formatted(
                        seed, weeks, weeks == 1 ? "week" : "weeks", snapshots, Visible.of(folder.toString()), command);
    }

    String json() {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        top.put("seed", seed);
        top.put("folder", folder.toString());
        top.put("weeks", weeks);
        top.put("snapshots", snapshots);
        top.put("at", at.toString());
        top.put("command", command);
        return JsonText.write(top);
    }
}
