package org.warmplan.replay.market;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.warmplan.domain.Vram;
import org.warmplan.fleet.Catalogue;

/** Cards as operators have them. */
final class DrawnCards {
    /** A kind of card: its share among cards, and how many requests it serves while an RTX 3090 serves one (assumed). */
    private record Kind(String name, double share, double speed) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("NVIDIA GeForce RTX 4090", 30, 1.6),
            new Kind("NVIDIA GeForce RTX 3090", 22, 1.0),
            new Kind("NVIDIA GeForce RTX 5090", 14, 2.1),
            new Kind("NVIDIA GeForce RTX 4070 Ti SUPER", 6, 0.95),
            new Kind("NVIDIA GeForce RTX 4080", 4, 1.1),
            new Kind("NVIDIA GeForce RTX 3080", 4, 0.85),
            new Kind("NVIDIA RTX A4000", 5, 0.6),
            new Kind("NVIDIA GeForce RTX 3060", 4, 0.45),
            new Kind("NVIDIA RTX 6000 Ada Generation", 4, 1.6),
            new Kind("NVIDIA L40S", 2, 1.5),
            new Kind("NVIDIA A100-SXM4-40GB", 3, 1.5),
            new Kind("NVIDIA H100 80GB HBM3", 1, 2.6),
            new Kind("Tesla T4", 1, 0.35));

    /** The kinds our own machine is drawn from: cards of many sizes, so that the fit matters. */
    private static final List<String> OWN = List.of(
            "NVIDIA GeForce RTX 4090",
            "NVIDIA GeForce RTX 3090",
            "NVIDIA GeForce RTX 4090",
            "NVIDIA GeForce RTX 5090",
            "NVIDIA GeForce RTX 4070 Ti SUPER",
            "NVIDIA GeForce RTX 3080",
            "NVIDIA RTX 6000 Ada Generation");

    private final Catalogue catalogue;
    private final Dice dice;
    private int drawn;

    DrawnCards(Catalogue catalogue, Dice dice) {
        this.catalogue = catalogue;
        this.dice = dice;
    }

    /** Cards of one machine, mostly of one kind. */
    List<MarketCard> machine(int count) {
        Kind most = kind();
        return Stream.generate(() -> card(dice.chance(0.8) ? most : kind()))
                .limit(count)
                .toList();
    }

    /** Cards of our own machine. */
    List<MarketCard> own(int count) {
        return Stream.generate(() -> dice.any(OWN))
                .limit(count)
                .map(name -> card(KINDS.stream()
                        .filter(kind -> kind.name().equals(name))
                        .findFirst()
                        .orElseThrow()))
                .sorted(Comparator.comparing(MarketCard::totalMib).reversed())
                .toList();
    }

    private Kind kind() {
        return KINDS.get(dice.weighted(KINDS.stream().mapToDouble(Kind::share).toArray()));
    }

    private MarketCard card(Kind kind) {
        Vram vram = catalogue
                .findGpu(kind.name())
                .map(gpu -> gpu.vram())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The catalogue has no memory of the " + kind.name() + ", which markets are drawn with."));
        String uuid = String.format(Locale.ROOT, "GPU-%08x-0000-4000-8000-%012x", drawn, drawn++);
        return new MarketCard(uuid, kind.name(), vram.mib(), kind.speed() * dice.factor(0.05));
    }
}
