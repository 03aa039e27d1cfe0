package org.warmplan.example;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Pipeline;
import org.warmplan.example.Frame.Offered;
import org.warmplan.example.Frame.Seen;
import org.warmplan.example.Node.Gpu;
import org.warmplan.example.Node.Price;

/**
 * A gateway's answer to {@code /getNetworkCapabilities}, an orchestrator per line. The schema is go-livepeer's (0.9.1,
 * server/handlers.go and common/types.go at 176aa415); false, zero and nothing are left out as its encoder does. The
 * transcoding entries of {@code capacities} and of the names are cut down to two: they say nothing of AI.
 */
final class CapabilitiesPayload {
    private static final long TRANSCODING = 0x407dfffL;
    private static final long FRACTION_WEI = 1_000_000_000_000L;

    private static final String NAMES = """
            {"capabilities_names":{"0":"H.264","26":"Segment slicing","27":"Text to image","28":"Image to image",\
            "29":"Image to video","30":"Upscale","31":"Audio to text","32":"Segment anything 2","33":"Llm",\
            "34":"Image to text","35":"Live video to video","36":"Text to speech","37":"byoc"},
            "orchestrators":[
            """;

    private final Frame frame;
    private final Oddities oddities;

    private CapabilitiesPayload(Frame frame, Oddities oddities) {
        this.frame = frame;
        this.oddities = oddities;
    }

    static String of(Frame frame, List<Transcoders.Transcoder> transcoders, Oddities oddities) {
        CapabilitiesPayload payload = new CapabilitiesPayload(frame, oddities);
        List<String> lines = new ArrayList<>();
        frame.nodes().forEach(seen -> lines.add(payload.node(seen)));
        transcoders.forEach(transcoder -> lines.add(transcoder.payload()));
        return NAMES + String.join(",\n", lines) + "\n]}\n";
    }

    /** The address as gateways spell it, with capitals that nobody should rely on. */
    static String spelled(String address) {
        return "0x" + address.substring(2).toUpperCase(Locale.ROOT);
    }

    static String bits(Set<Integer> capabilities) {
        long bits = TRANSCODING;
        for (int capability : capabilities) {
            bits |= 1L << capability;
        }
        return "[" + bits + "]";
    }

    private String node(Seen seen) {
        Node node = seen.node();
        SortedMap<Integer, List<Offered>> byCapability = new TreeMap<>();
        for (Offered offered : seen.offers()) {
            Pipeline pipeline = offered.listing().asked().workload().pipeline();
            byCapability
                    .computeIfAbsent(pipeline.capability(), c -> new ArrayList<>())
                    .add(offered);
        }
        String address = oddities.hasNoAddress(frame, node) ? "" : spelled(node.address());
        return """
                {"address":"%s","local_address":"%s","orch_uri":"https://%s:8935","capabilities":{"bitstring":%s,\
                "capacities":{"0":1,"26":1%s},"version":"%s","constraints":{"minVersion":"%s","PerCapability":{%s}}},\
                "price_info":null,"capabilities_prices":[%s],"hardware":%s}""".formatted(
                        address,
                        address,
                        node.host(),
                        bits(byCapability.keySet()),
                        capacities(byCapability.keySet()),
                        node.version(),
                        node.version(),
                        perCapability(byCapability, !node.split()),
                        prices(node),
                        node.showsHardware() ? "[" + hardware(seen) + "]" : "null");
    }

    private static String capacities(Set<Integer> capabilities) {
        StringBuilder text = new StringBuilder();
        capabilities.forEach(c -> text.append(",\"").append(c).append("\":1"));
        return text.toString();
    }

    private static String perCapability(SortedMap<Integer, List<Offered>> byCapability, boolean showsRunner) {
        List<String> capabilities = new ArrayList<>();
        byCapability.forEach((capability, offers) -> capabilities.add("\"%d\":{\"models\":{%s}}"
                .formatted(
                        capability,
                        String.join(
                                ",",
                                offers.stream().map(o -> model(o, showsRunner)).toList()))));
        return String.join(",", capabilities);
    }

    private static String model(Offered offered, boolean showsRunner) {
        List<String> fields = new ArrayList<>();
        if (offered.listing().warm()) {
            fields.add("\"warm\":true");
        }
        if (offered.capacity() > 0) {
            fields.add("\"capacity\":" + offered.capacity());
        }
        if (showsRunner && !offered.listing().gpus().isEmpty()) {
            fields.add("\"runnerVersion\":\"0.14.1\"");
        }
        if (offered.inUse() > 0) {
            fields.add("\"capacityInUse\":" + offered.inUse());
        }
        return "\"%s\":{%s}".formatted(offered.listing().asked().workload().modelId(), String.join(",", fields));
    }

    /** The prices of the whole file, also of what is not on offer this week; without them but for the first if unpriced. */
    private String prices(Node node) {
        Set<String> rows = new LinkedHashSet<>();
        node.listings().stream()
                .limit(node.showsPrices() ? Long.MAX_VALUE : 1)
                .forEach(listing -> rows.add(price(listing.price())));
        node.alsoPriced().forEach(price -> rows.add(price(price)));
        return String.join(",", rows);
    }

    private String price(Price price) {
        double wei = price.wei(frame.dollar());
        return "{\"pricePerUnit\":%d,\"pixelsPerUnit\":%d,\"capability\":%d,\"constraint\":\"%s\"}"
                .formatted(
                        price.isFraction() ? FRACTION_WEI : Math.round(wei),
                        price.isFraction() ? Math.round(FRACTION_WEI / wei) : 1,
                        price.capability(),
                        price.model());
    }

    private String hardware(Seen seen) {
        List<String> rows = new ArrayList<>();
        for (Offered offered : seen.offers()) {
            String row = "{\"pipeline\":\"%s\",\"model_id\":\"%s\"%s}";
            String pipeline = offered.listing().asked().workload().pipeline().slug();
            String model = offered.listing().asked().workload().modelId();
            if (offered.listing().gpus().isEmpty() && offered.listing().warm()) {
                rows.add(row.formatted(pipeline, model, ""));
            }
            for (Gpu gpu : offered.listing().gpus()) {
                rows.add(row.formatted(pipeline, model, ",\"gpu_info\":{\"0\":{" + card(seen.node(), gpu) + "}}"));
            }
        }
        return String.join(",", rows);
    }

    private String card(Node node, Gpu gpu) {
        long total = gpu.card().mib() << 20;
        long free = (gpu.card().mib() - gpu.usedMib()) << 20;
        return "\"id\":\"%s\",\"name\":\"%s\",\"major\":%d%s,\"memory_free\":%d,\"memory_total\":%d"
                .formatted(
                        gpu.id(),
                        gpu.card().nvmlName(),
                        gpu.card().major(),
                        gpu.card().minor() == 0
                                ? ""
                                : ",\"minor\":" + gpu.card().minor(),
                        oddities.hasMoreFreeThanThereIs(frame, node) ? total + (1 << 20) : free,
                        total);
    }
}
