package org.warmplan.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.files.Visible;

/**
 * A fleet file to begin with. What is not known stands in it as a comment that says what it is for. Once every worker has
 * a card whose memory is known, {@link FleetFile} accepts it.
 *
 * @param schema where the file's JSON Schema is, seen from the draft's folder; for editors
 * @param orchestrator null when it is not known
 * @param workers at least one
 */
public record FleetDraft(String schema, @Nullable Address orchestrator, List<DraftWorker> workers) {
    public FleetDraft {
        workers = List.copyOf(workers);
        if (workers.isEmpty()) {
            throw new IllegalArgumentException("A draft must have a worker.");
        }
    }

    /** Whether a worker may be called so: it names a folder too. */
    public static boolean isWorkerName(String name) {
        return WorkersSection.NAME.matcher(name).matches()
                && !WorkersSection.TAKEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The file's text; the catalogue tells which cards need a word of explanation. */
    public String write(Catalogue catalogue) {
        DraftText text = new DraftText();
        text.line("# yaml-language-server: $schema=" + Visible.of(schema).replace(" ", "%20"));
        text.line(
                "# Drafted by warmplan init. What it could not know is commented out, each line with what it is for.");
        text.line("version: " + FleetFile.VERSION);
        text.line("");
        text.line(
                "# Your orchestrator's address on chain. Without it your stake is unknown and every share is a range.");
        text.line(orchestrator == null ? "# orchestrator: \"0x...\"" : "orchestrator: \"" + orchestrator + "\"");
        text.line("");
        text.line("# A worker is a machine with its go-livepeer process.");
        text.line("workers:");
        DraftedWorker drafted = new DraftedWorker(text, catalogue);
        workers.forEach(drafted::write);
        text.line("");
        text.block(REST);
        return text.toString();
    }

    /** What the draft leaves for the operator to fill in, as parts of a sentence; empty when nothing of weight. */
    public List<String> unknown(Catalogue catalogue) {
        List<String> unknown = new ArrayList<>();
        if (orchestrator == null) {
            unknown.add("your orchestrator's address");
        }
        for (DraftWorker worker : workers) {
            DraftedWorker.Cards cards = DraftedWorker.Cards.of(worker);
            if (cards.usable().isEmpty()) {
                unknown.add("the cards of " + worker.name());
            }
            cards.usable().stream()
                    .filter(card -> DraftedWorker.needsMemory(card, catalogue))
                    .forEach(
                            card -> unknown.add("the vramMib of card %d of %s".formatted(card.index(), worker.name())));
            if (worker.current() == null) {
                unknown.add("the current aiModels.json of " + worker.name());
            }
        }
        return unknown;
    }

    /** Whether a plan can be made from it as it stands. */
    public boolean isComplete(Catalogue catalogue) {
        return workers.stream()
                .map(worker -> DraftedWorker.Cards.of(worker).usable())
                .allMatch(cards -> !cards.isEmpty()
                        && cards.stream().noneMatch(card -> DraftedWorker.needsMemory(card, catalogue)));
    }

    private static final String REST = """
            # The orchestrator's own aiModels.json with the prices, when there are workers with role: remote.
            # orchestratorAiModels: aiModels.orchestrator.json

            # What you want whatever it is worth: keep is warm, cold or never; worker and gpu (a device) may be left out.
            # pins:
            #   - workload: text-to-image/SG161222/RealVisXL_V4.0_Lightning
            #     keep: warm

            # Your own prices, in wei per unit; those in aiModels.json count too, and what is missing is suggested.
            # prices:
            #   - workload: text-to-image/SG161222/RealVisXL_V4.0_Lightning
            #     pricePerUnit: 4768371

            # Memory in MiB and loading time in seconds that you measured yourself; gpu, a card's name, may be left out.
            # overrides:
            #   - workload: text-to-image/SG161222/RealVisXL_V4.0_Lightning
            #     vramMib: 9000
            #     loadSeconds: 40

            # Your own go-livepeer's metrics, when it runs with -monitor.
            # metrics: http://127.0.0.1:7935/metrics
            """;
}
