package org.warmplan.example;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of data/example/network, made up by chance in the proportions of the real network. The same every time: to
 * change the network, change what is here and write the files anew (data/example/network/NOTES.txt says how).
 */
public final class ExampleNetwork {
    /** What all dice begin with. */
    public static final long SEED = 20_261_123;

    public static final Instant END = Instant.parse("2026-11-23T06:00:00Z");
    public static final int WEEKS = 8;

    /** The frames at whose instant the explorer's page is kept too: after four, six and eight weeks. */
    private static final List<Integer> PAGES = List.of(12, 18, 24);

    private final SortedMap<String, String> files = new TreeMap<>();
    private final List<String> manifest = new ArrayList<>();

    private ExampleNetwork() {}

    /** The text of every file by name, but for NOTES.txt. */
    public static SortedMap<String, String> files() {
        ExampleNetwork network = new ExampleNetwork();
        List<Node> nodes = Cast.nodes();
        List<Transcoders.Transcoder> transcoders = Transcoders.list();
        SortedMap<String, Double> stakes = Stakes.of(nodes, transcoders);
        List<Frame> frames = Simulation.run(nodes, stakes);
        Oddities oddities = new Oddities();
        for (Frame frame : frames) {
            if (PAGES.contains(frame.index())) {
                network.add(
                        frame,
                        "explorer-orchestrators",
                        "html",
                        "https://explorer.livepeer.org/orchestrators",
                        ExplorerPage.of(frames.subList(0, frame.index()), stakes));
            }
            network.add(
                    frame,
                    "network-capabilities",
                    "json",
                    "http://127.0.0.1:5935/getNetworkCapabilities",
                    CapabilitiesPayload.of(frame, transcoders, oddities));
        }
        network.files.put("manifest.jsonl", String.join("\n", network.manifest) + "\n");
        network.files.put("truth.json", truth());
        return network.files;
    }

    private void add(Frame frame, String source, String suffix, String url, String text) {
        String file = "%s-%s.%s"
                .formatted(source, frame.at().toString().replace("-", "").replace(":", ""), suffix);
        files.put(file, text);
        manifest.add("""
                {"instant": "%s", "source": "%s", "kind": "%s", "url": "%s", "file": "%s"}""".formatted(frame.at(), source, source, url, file));
    }

    private static String truth() {
        List<String> weeks = new ArrayList<>();
        for (int week = 1; week <= WEEKS; week++) {
            weeks.add("\"" + END.minus(Duration.ofDays(7L * (WEEKS - week))) + "\"");
        }
        List<String> lines = new ArrayList<>();
        for (Asked asked : Asked.values()) {
            if (asked.rate(1) > 0) {
                lines.add(truth(asked));
            }
        }
        return """
                {"seed": %d,
                "weekEnds": [%s],
                "workloads": [
                %s
                ]}
                """.formatted(SEED, String.join(", ", weeks), String.join(",\n", lines));
    }

    private static String truth(Asked asked) {
        List<String> units = new ArrayList<>();
        for (int week = 1; week <= WEEKS; week++) {
            units.add(String.valueOf(asked.weeklyUnits(week)));
        }
        return """
                {"workload": "%s", "unit": "%s", "weeklyUnits": [%s]}""".formatted(asked.workload().id(), asked.workload().pipeline().unit(), String.join(", ", units));
    }
}
