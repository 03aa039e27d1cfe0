package org.warmplan.fleet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes one worker of a draft. */
final class DraftedWorker {
    private static final String FIELDS = "    ";
    private static final String ITEMS = "      ";
    private static final String ITEM_FIELDS = "        ";
    private static final int LAST_DEVICE = 9;
    private static final long MOST_CONTAINERS = 10;
    private static final String NAMELESS = "card without a name";

    private final DraftText text;
    private final Catalogue catalogue;

    DraftedWorker(DraftText text, Catalogue catalogue) {
        this.text = text;
        this.catalogue = catalogue;
    }

    /** The cards of a worker that can be in a fleet file, and the others. */
    record Cards(List<DraftCard> usable, List<DraftCard> others) {
        static Cards of(DraftWorker worker) {
            return new Cards(
                    worker.cards().stream().filter(c -> problem(c).isEmpty()).toList(),
                    worker.cards().stream().filter(c -> problem(c).isPresent()).toList());
        }
    }

    private static Optional<String> problem(DraftCard card) {
        if (card.index() > LAST_DEVICE) {
            return Optional.of("go-livepeer makes the port of a container from one digit, so it cannot use this card:");
        }
        return card.vramMib().orElse(GpuFields.LEAST_MIB) < GpuFields.LEAST_MIB
                ? Optional.of("Less than %d MiB is no card for models:".formatted(GpuFields.LEAST_MIB))
                : Optional.empty();
    }

    /** Whether a plan needs the memory of a card, and neither the card nor the catalogue tells it. */
    static boolean needsMemory(DraftCard card, Catalogue catalogue) {
        return card.vramMib().isEmpty() && memory(card, catalogue).isEmpty();
    }

    private static OptionalLong memory(DraftCard card, Catalogue catalogue) {
        return catalogue
                .findGpu(card.name())
                .filter(gpu -> !gpu.severalSizes())
                .map(CatalogueGpu::vram)
                .map(vram -> OptionalLong.of(vram.mib()))
                .orElse(OptionalLong.empty());
    }

    void write(DraftWorker worker) {
        Cards cards = Cards.of(worker);
        text.line("  - name: " + YamlScalar.of(worker.name()));
        worker.notes().forEach(note -> text.comment(FIELDS, note));
        role(worker);
        gpus(worker, cards);
        containers(worker, cards.usable().size());
        aiModels(worker);
        text.offer(FIELDS, "modelsDir: models", "the folder with the weights, as given to -aiModelsDir");
        text.offer(FIELDS, "reorderDevices: true", "a plan may change the order of -nvidia");
        text.offer(FIELDS, "otherWeeklyGwei: 0", "what else on it stops earning while it restarts, in gwei a week");
    }

    private void role(DraftWorker worker) {
        DraftWorker.Current current = worker.current();
        if (current != null && current.unpriced()) {
            text.comment(
                    FIELDS, "No entry of its aiModels.json has a price or a gateway. Maybe it is a remote worker, an");
            text.comment(
                    FIELDS, "AI worker of an orchestrator elsewhere: then use role and orchestratorAiModels below.");
        }
        text.offer(FIELDS, "role: remote", "combined (when left out) is one process with its orchestrator");
    }

    private void gpus(DraftWorker worker, Cards cards) {
        text.comment(
                FIELDS, "The cards in the order given to go-livepeer's -nvidia; device is the number given there.");
        text.line(FIELDS + "gpus:");
        cards.usable().forEach(this::card);
        cards.others().forEach(this::other);
        if (worker.cards().isEmpty()) {
            unknownCards(worker.current());
        }
    }

    private void card(DraftCard card) {
        card.notes().forEach(note -> text.comment(ITEMS, note));
        text.line(ITEMS + "- device: \"" + card.index() + "\"");
        text.line(ITEM_FIELDS + "name: " + YamlScalar.of(name(card)));
        if (card.vramMib().isPresent()) {
            text.line(ITEM_FIELDS + "vramMib: " + card.vramMib().getAsLong());
            if (catalogue.findGpu(name(card)).isEmpty()) {
                text.comment(
                        ITEM_FIELDS, "The catalogue does not know this card, so only its vramMib is known about it.");
            }
        } else if (needsMemory(card, catalogue)) {
            text.offer(
                    ITEM_FIELDS,
                    "vramMib: 24576",
                    "needed: its memory in MiB was not reported, and nothing else tells it");
        } else {
            long known = memory(card, catalogue).orElse(0);
            text.offer(ITEM_FIELDS, "vramMib: " + known, "not reported; this is what the catalogue has, and is used");
        }
        text.offer(ITEM_FIELDS, "reservedMib: 512", "MiB that transcoding, a display or an external container takes");
    }

    private void other(DraftCard card) {
        text.comment(ITEMS, problem(card).orElse(""));
        text.comment(ITEMS, "- device: \"" + card.index() + "\"");
        text.comment(ITEMS, "  name: " + YamlScalar.of(name(card)));
        card.vramMib().ifPresent(mib -> text.comment(ITEMS, "  vramMib: " + mib));
    }

    private void unknownCards(DraftWorker.@Nullable Current current) {
        long lines = current == null ? 1 : Math.max(1, Math.min(current.containers(), LAST_DEVICE + 1));
        text.comment(ITEMS, "Not known; take away the # and put in the names that nvidia-smi -L shows.");
        for (int i = 0; i < lines; i++) {
            text.comment(ITEMS, "- device: \"" + i + "\"");
            text.comment(ITEMS, "  name: NVIDIA GeForce RTX 4090");
        }
    }

    private void containers(DraftWorker worker, int cards) {
        DraftWorker.Current current = worker.current();
        if (current == null || cards == 0 || current.containers() <= cards) {
            text.offer(FIELDS, "containersPerGpu: 1", "as given to -aiRunnerContainersPerGPU");
            return;
        }
        long needed = (current.containers() - 1) / cards + 1;
        text.comment(
                FIELDS,
                "Its aiModels.json warms %d containers on %s: -aiRunnerContainersPerGPU must be %d at least, or a card is missing."
                        .formatted(current.containers(), cards == 1 ? "1 card" : cards + " cards", needed));
        if (needed <= MOST_CONTAINERS) {
            text.line(FIELDS + "containersPerGpu: " + needed);
        } else {
            text.offer(
                    FIELDS,
                    "containersPerGpu: 1",
                    "at most " + MOST_CONTAINERS + "; maybe a capacity in it is mistyped");
        }
    }

    private void aiModels(DraftWorker worker) {
        DraftWorker.Current current = worker.current();
        if (current == null) {
            text.offer(
                    FIELDS,
                    "aiModels: aiModels.json",
                    "the file it runs with now, seen from this folder; without it nothing is warm");
        } else {
            text.line(FIELDS + "aiModels: " + YamlScalar.of(current.path()));
        }
    }

    private static String name(DraftCard card) {
        String name = card.name();
        return name.isBlank() ? NAMELESS : name;
    }
}
