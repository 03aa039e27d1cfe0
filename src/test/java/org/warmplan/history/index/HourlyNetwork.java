package org.warmplan.history.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.warmplan.collect.network.NetworkCapabilitiesSource;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.ReceivedBody;

/**
 * A network as a gateway shows it hour by hour: live containers fill and empty by the hour of the day, counters of split
 * orchestrators grow with every job, some orchestrators are missing at times, now and then one changes a model or a price.
 */
final class HourlyNetwork {
    private static final String LIVE = "35";
    private static final String[][] MODELS = {
        {LIVE, "live-video-to-video", "streamdiffusion-sdxl-v2v"},
        {LIVE, "live-video-to-video", "streamdiffusion"},
        {"27", "text-to-image", "SG161222/RealVisXL_V4.0_Lightning"},
        {"27", "text-to-image", "ByteDance/SDXL-Lightning"},
        {"28", "image-to-image", "timbrooks/instruct-pix2pix"},
        {"29", "image-to-video", "stabilityai/stable-video-diffusion-img2vid-xt-1-1"},
        {"30", "upscale", "stabilityai/stable-diffusion-x4-upscaler"},
        {"31", "audio-to-text", "openai/whisper-large-v3"},
        {"32", "segment-anything-2", "facebook/sam2-hiera-large"},
        {"33", "llm", "meta-llama/Meta-Llama-3.1-8B-Instruct"},
        {"34", "image-to-text", "Salesforce/blip-image-captioning-large"},
    };
    private static final String[] CARDS = {"RTX 4090", "RTX 5090", "RTX 3090", "RTX A5000", "L40S", "H100 80GB HBM3"};
    private static final String CAPACITIES = """
            {"0":1,"1":1,"10":1,"11":1,"12":1,"14":1,"15":1,"16":1,"17":1,"18":1,"2":1,"26":1,"27":1,"28":1,"29":1,\
            "3":1,"30":1,"31":1,"32":1,"34":1,"35":1,"36":1,"4":1,"5":1,"6":1,"7":1,"8":1,"9":1}""";

    private final Random random;
    private final List<Node> nodes = new ArrayList<>();

    HourlyNetwork(long seed, int orchestrators) {
        random = new Random(seed);
        for (int i = 0; i < orchestrators; i++) {
            nodes.add(new Node(i));
        }
    }

    private final class Node {
        private final int number;
        private final boolean split = random.nextInt(4) == 0;
        private final List<Listed> listed = new ArrayList<>();
        private int hoursAway;

        Node(int number) {
            this.number = number;
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                listed.add(new Listed());
            }
        }

        void pass() {
            hoursAway = hoursAway > 0 ? hoursAway - 1 : random.nextInt(150) == 0 ? 1 + random.nextInt(40) : 0;
            if (random.nextInt(500) == 0) {
                listed.set(random.nextInt(listed.size()), new Listed());
            }
        }

        String json(double load) {
            StringJoiner models = new StringJoiner(",");
            StringJoiner prices = new StringJoiner(",");
            StringJoiner hardware = new StringJoiner(",");
            List<String> seen = new ArrayList<>();
            for (Listed one : listed) {
                if (!seen.contains(one.model[0] + one.model[2])) {
                    seen.add(one.model[0] + one.model[2]);
                    models.add("\"%s\":{\"models\":{\"%s\":{%s}}}"
                            .formatted(one.model[0], one.model[2], one.state(split, load)));
                    prices.add(one.price());
                    hardware.add(one.hardware());
                }
            }
            return """
                    {"address":"0x%1$040X","local_address":"0x%2$040X","orch_uri":"https://orch-%1$d.example:8935",\
                    "capabilities":{"bitstring":[128782426111],"mandatories":[4096],"capacities":%3$s,"version":"0.8.10",\
                    "constraints":{"PerCapability":{%4$s}}},"price_info":{"pricePerUnit":10000000000000,"pixelsPerUnit":54901722631},\
                    "capabilities_prices":[%5$s],"hardware":[%6$s]}""".formatted(number + 4096, number + 8192, CAPACITIES, models, prices, hardware);
        }
    }

    private final class Listed {
        private final String[] model = MODELS[random.nextInt(MODELS.length)];
        private final int containers = 1 + random.nextInt(3);
        private final String uuid =
                "GPU-%08x-13a1-9e55-3a0e-%012x".formatted(random.nextInt(), random.nextInt(1 << 30));
        private final String card = CARDS[random.nextInt(CARDS.length)];
        private long counter = containers;
        private long wei = 500L + random.nextInt(5000);
        private long free = 1_000_000L * (1000L + random.nextInt(20_000));

        String state(boolean split, double load) {
            if (random.nextInt(1000) == 0) {
                free = 1_000_000L * (1000L + random.nextInt(20_000));
                wei = 500L + random.nextInt(5000);
            }
            if (model[0].equals(LIVE)) {
                int busy = 0;
                for (int i = 0; i < containers; i++) {
                    busy += random.nextDouble() < load ? 1 : 0;
                }
                int idle = containers - busy;
                return "\"warm\":true" + (idle == 0 ? "" : ",\"capacity\":" + idle) + ",\"runnerVersion\":\"0.14.1\""
                        + (busy == 0 ? "" : ",\"capacityInUse\":" + busy);
            }
            counter += split && random.nextDouble() < load ? 1L + random.nextInt(5) : 0L;
            return "\"warm\":true,\"capacity\":" + counter + ",\"runnerVersion\":\"0.14.1\"";
        }

        String price() {
            return "{\"pricePerUnit\":%d,\"pixelsPerUnit\":1,\"capability\":%s,\"constraint\":\"%s\"}"
                    .formatted(wei, model[0], model[2]);
        }

        String hardware() {
            return """
                    {"pipeline":"%s","model_id":"%s","gpu_info":{"0":{"id":"%s","name":"NVIDIA GeForce %s","major":12,\
                    "memory_free":%d,"memory_total":34190917632}}}""".formatted(model[1], model[2], uuid, card, free);
        }
    }

    /** The next hour's answer. */
    Snapshot next(String source, Instant instant) {
        double load = 0.1 + 0.4 * Math.abs(Math.sin(instant.getEpochSecond() / 3600.0 / 24 * Math.PI));
        StringJoiner json = new StringJoiner(
                ",", "{\"capabilities_names\":{\"35\":\"Live video to video\"},\"orchestrators\":[", "]}");
        for (Node node : nodes) {
            node.pass();
            if (node.hoursAway == 0) {
                json.add(node.json(load));
            }
        }
        ReceivedBody body = ReceivedBody.of(json.toString().getBytes(StandardCharsets.UTF_8));
        return new Snapshot(
                source,
                NetworkCapabilitiesSource.KIND,
                instant,
                List.of(new Snapshot.Part(
                        "http://127.0.0.1:5935/getNetworkCapabilities",
                        200,
                        "application/json",
                        null,
                        null,
                        instant,
                        body.sha256(),
                        body.text(),
                        body.encoding())));
    }
}
