package org.warmplan.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.warmplan.example.Node.Gpu;
import org.warmplan.example.Node.Listing;
import org.warmplan.example.Node.Price;
import org.warmplan.example.Node.Weeks;

/**
 * Who plays in the made-up network: a line per node, the rest by dice. A line says what runs there, on which cards or on
 * none that are seen, and in which weeks if not in all; {@code cold} is offered and not warm. An address has its number by
 * the order of the lines; the line after {@code twice} shares it.
 */
final class Cast {
    private static final String NODES = """
            combined REALVIS:4090
            combined SDXL:4090
            combined SDXL:4090
            combined SDXL:4090
            combined SDXL:4090
            combined SDXL:5090
            combined SDXL:5090
            combined SDXL:5090
            combined SDXL@1-5:5090 SDXL_V2V@6-8:5090
            combined SDXL:4090x2
            combined SDXL:4090x2 twice
            combined SDXL_V2V:5090x2 fraction
            combined SDXL:5090x2
            combined SDXL:4090x4
            combined SDXL:4090x3,5090
            combined SDXL:5090x5,4090x3
            combined SDXL:4090 REALVIS:4070TIS
            combined SDXL:4090x2 FLUX:6000ADA
            combined SDXL@1-4:4090 FACEID@5-8:4090
            combined SDXL:4090 only@1-6 blind
            combined SDXL_V2V:5090
            combined SDXL_V2V:5090
            combined SDXL_V2V:5090 only@3-8
            combined SDXL_V2V:5090x2
            combined SDXL_V2V:5090x3 flaky
            combined SDXL_V2V:5090x6 SDXL:4090x4
            combined SDXL_V2V:5090x8
            combined SDXL_V2V:PRO6000x2,5090x5
            combined SDXL_V2V:5090 LLAMA:none
            combined SDXL_V2V:5090 fraction
            combined SDXL_V2V:5090x2 only@5-8
            combined FACEID:5090x2
            combined FACEID:4090x2
            combined FACEID:4090 flaky
            combined STREAMDIFFUSION:4090
            combined SD15:3090
            combined NOOP:none blind
            combined STREAMDIFFUSION:3090 only@1-4
            split LLAMA:none also:FLUX
            split LLAMA:none also:GEMMA,BLIP,SVD byoc
            combined GEMMA:none*4
            split REALVIS:4070TIS UPSCALE:3090 also:SAM2
            split REALVIS:3090
            combined REALVIS:4070TIS
            combined REALVIS:3090 SDXL_LIGHTNING:4090 unpriced
            split SDXL_LIGHTNING:4090 PIX2PIX:3090
            split FLUX:6000ADA
            combined FLUX:A100
            split BLIP:P4 WHISPER_TURBO:A4000 also:REALVIS,FLUX,SDXL_LIGHTNING,SD_TURBO,PIX2PIX,SAM2,WHISPER
            split WHISPER:3090 UPSCALE:4070TIS
            combined WHISPER:A4000 only@2-8
            combined SVD:4090 SAM2:3090
            combined REALVIS:cold SD_TURBO:cold PIX2PIX:cold SVD:cold UPSCALE:cold WHISPER:cold SAM2:cold BLIP:cold PARLER:cold
            combined PARLER:A4000
            """;

    private static final List<String> VERSIONS =
            List.of("0.8.8", "0.8.9", "0.8.10", "0.8.10", "0.8.10-e0e0e0e1", "0.9.0", "0.9.0", "0.9.1", "0.9.1");
    private static final Weeks ALL = new Weeks(1, ExampleNetwork.WEEKS);

    private Cast() {}

    static List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        int number = 0;
        String suffix = "";
        for (String line : NODES.lines().toList()) {
            number += suffix.equals("a") ? 0 : 1;
            suffix = line.endsWith(" twice") ? "a" : suffix.equals("a") ? "b" : "";
            nodes.add(node(number, "orch-" + number + suffix + ".example", List.of(line.split(" "))));
        }
        return nodes;
    }

    /** The address of the orchestrator with this number: plainly nobody's. */
    static String address(int number) {
        return "0x%036x%04d".formatted(14, number);
    }

    private static Node node(int number, String host, List<String> words) {
        Dice dice = new Dice(ExampleNetwork.SEED, host);
        List<Listing> listings = new ArrayList<>();
        List<Price> also = new ArrayList<>();
        Weeks weeks = ALL;
        for (String word : words) {
            if (word.startsWith("only@")) {
                weeks = weeks(word.substring("only@".length()));
            } else if (word.startsWith("also:")) {
                Arrays.stream(word.substring("also:".length()).split(","))
                        .forEach(name -> also.add(price(dice, Asked.valueOf(name), false)));
            } else if (word.contains(":")) {
                listings.add(listing(dice, word, words.contains("fraction"), number == 1));
            } else if (word.equals("byoc")) {
                also.add(new Price(37, "example-text-chat", 41_000_000, false, false));
            }
        }
        return new Node(
                address(number),
                host,
                number == 1 ? "0.9.1" : dice.pick(VERSIONS),
                dice.pick(List.of(0, 0, 0, 1, 1, 2)),
                dice.fraction(),
                words.contains("split"),
                !words.contains("blind"),
                !words.contains("unpriced"),
                number == 1 ? 0 : words.contains("flaky") ? 0.15 : 0.02,
                weeks,
                listings,
                also);
    }

    private static Listing listing(Dice dice, String word, boolean fraction, boolean documented) {
        String name = word.substring(0, word.indexOf(':'));
        String cards = word.substring(word.indexOf(':') + 1);
        Weeks weeks = name.contains("@") ? weeks(name.substring(name.indexOf('@') + 1)) : ALL;
        Asked asked = Asked.valueOf(name.contains("@") ? name.substring(0, name.indexOf('@')) : name);
        Price price = price(dice, asked, fraction);
        if (documented) {
            price = new Price(price.capability(), price.model(), 4_768_371, false, false);
        }
        List<Gpu> gpus = gpus(dice, asked, cards);
        int replicas = cards.startsWith("none*") ? Integer.parseInt(cards.substring(5)) : Math.max(1, gpus.size());
        return new Listing(asked, !cards.equals("cold"), replicas, gpus, price, weeks);
    }

    private static List<Gpu> gpus(Dice dice, Asked asked, String cards) {
        List<Gpu> gpus = new ArrayList<>();
        if (cards.startsWith("none") || cards.equals("cold")) {
            return gpus;
        }
        for (String group : cards.split(",")) {
            String[] parts = group.split("x");
            Card card = Arrays.stream(Card.values())
                    .filter(c -> c.name().endsWith(parts[0]))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < (parts.length > 1 ? Integer.parseInt(parts[1]) : 1); i++) {
                gpus.add(new Gpu(dice.gpuId(), card, asked.usedMib() + dice.between(-90, 140)));
            }
        }
        return gpus;
    }

    /** Live video is mostly sold at one price in dollars; the rest is what each operator thinks right. */
    private static Price price(Dice dice, Asked asked, boolean fraction) {
        boolean usual = dice.chance(asked.isLive() ? 0.6 : 0.2);
        double wei = asked.price() * (usual ? 1 : dice.factor(asked.isLive() ? 0.12 : 0.3));
        int capability = asked.workload().pipeline().capability();
        return new Price(capability, asked.workload().modelId(), wei, fraction, usual);
    }

    private static Weeks weeks(String text) {
        String[] ends = text.split("-");
        return new Weeks(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }
}
