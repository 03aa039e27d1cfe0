package org.warmplan.replay.show;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.replay.market.Cast;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one gateway answers on {@code /getNetworkCapabilities} (go-livepeer {@code server/handlers.go:270-295} and
 * {@code common/types.go:169-181} at 176aa415). A node that does not answer in time is absent and nothing says so; false,
 * zero and nothing are left out as Go's encoder does. The transcoding entries of {@code capacities} are cut down to two:
 * they say nothing of AI.
 */
final class NetworkAnswer {
    static final String URL = "http://127.0.0.1:5935/getNetworkCapabilities";

    private static final List<String> NAMES = List.of(
            "Text to image",
            "Image to image",
            "Image to video",
            "Upscale",
            "Audio to text",
            "Segment anything 2",
            "Llm",
            "Image to text",
            "Live video to video",
            "Text to speech",
            "byoc");
    private static final int FIRST_NAME = 27;

    /** Nodes that did not answer within the gateway's time, per look. */
    private static final double SILENT = 0.03;

    private final Cast cast;
    private final Chance silent;
    private final List<NodeAnswer> nodes = new ArrayList<>();
    private final List<ObjectNode> transcoders;

    NetworkAnswer(Cast cast, long seed, List<Transcoder> transcoders) {
        this.cast = cast;
        this.silent = new Chance(seed, "silent nodes");
        Chance faces = new Chance(seed, "faces of nodes");
        for (int node = 0; node < cast.nodes().size(); node++) {
            nodes.add(new NodeAnswer(cast, node, NodeFace.of(cast, node, faces)));
        }
        this.transcoders = transcoders.stream()
                .filter(Transcoder::reached)
                .map(Transcoder::answer)
                .toList();
    }

    /** The answer at the start of an hour. */
    ObjectNode at(PlayedWeeks.Week week, int hour) {
        ObjectNode root = Answer.object();
        root.set("capabilities_names", names());
        ArrayNode orchestrators = root.putArray("orchestrators");
        for (int node = 0; node < cast.nodes().size(); node++) {
            if (answers(week, node, hour)) {
                orchestrators.add(nodes.get(node).at(week, PlayedWeeks.hourOfWeek(hour)));
            }
        }
        transcoders.forEach(orchestrators::add);
        return root;
    }

    /** Whether a node answers the gateway in time. */
    boolean answers(PlayedWeeks.Week week, int node, int hour) {
        return !week.log().isDown(node, PlayedWeeks.hourOfWeek(hour)) && !silent.happens(SILENT, node, hour);
    }

    private static ObjectNode names() {
        ObjectNode names = Answer.object();
        names.put("0", "H.264");
        names.put("26", "Segment slicing");
        for (int i = 0; i < NAMES.size(); i++) {
            names.put(String.valueOf(FIRST_NAME + i), NAMES.get(i));
        }
        return names;
    }
}
