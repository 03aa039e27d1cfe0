package org.warmplan.report;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.warmplan.files.SafeUrl;
import org.warmplan.files.Visible;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.Role;
import org.warmplan.worker.Advertised;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AskedPrice;
import org.warmplan.worker.Placement;
import org.warmplan.worker.Stop;
import org.warmplan.worker.WorkerSetup;
import org.warmplan.worker.lint.Lint;
import org.warmplan.worker.lint.LoadTimes;

/** A check for the person at the terminal: the verdict, a row for every entry and container, and what was found. */
public final class CheckText {
    private final StringBuilder text = new StringBuilder();

    private CheckText() {}

    public static String write(Check check) {
        CheckText written = new CheckText();
        if (check instanceof Check.Unreadable unreadable) {
            written.line("It would not start.");
            written.line("  " + unreadable.why().getMessage());
        } else if (check instanceof Check.Started started) {
            written.started(started);
        }
        return written.text.toString();
    }

    private void line(String line) {
        text.append(Visible.of(line)).append('\n');
    }

    private void started(Check.Started check) {
        line("%s%s, %s".formatted(check.file(), check.worker() == null ? "" : " of " + check.worker(), setup(check)));
        if (check.starts()) {
            line(("It starts. " + slots(check) + load(check)).strip());
        } else {
            line("It would not start.");
            boolean first = true;
            for (Stop stop : check.checked().startup().stops()) {
                line("  " + (first ? "" : "and then ") + stop.explain());
                first = false;
            }
        }
        line("");
        table(check);
        if (check.checked().setup().role() != Role.ORCHESTRATOR
                && check.known().cards().isEmpty()) {
            line("  The cards are not known, so their memory is not checked. Maybe name your fleet file with --fleet.");
        }
        findings(check.lints());
    }

    private static String setup(Check.Started check) {
        WorkerSetup setup = check.checked().setup();
        String role = switch (setup.role()) {
            case COMBINED -> "as orchestrator and AI worker in one process";
            case REMOTE -> "as remote AI worker";
            case ORCHESTRATOR -> "as orchestrator without AI worker, where only prices count";
        };
        return setup.role() == Role.ORCHESTRATOR
                ? role
                : "%s with -nvidia %s, %s"
                        .formatted(
                                role,
                                String.join(",", setup.devices()),
                                setup.containersPerGpu() == 1
                                        ? "one container per GPU"
                                        : setup.containersPerGpu() + " containers per GPU");
    }

    private static String slots(Check.Started check) {
        if (check.checked().setup().role() == Role.ORCHESTRATOR) {
            return "";
        }
        int slots = check.checked().setup().slots().size();
        int filled = check.checked().startup().placements().size();
        return "%d of %d %s warm.".formatted(filled, slots, slots == 1 ? "slot is" : "slots are");
    }

    private static String load(Check.Started check) {
        LoadTimes load = check.load();
        String external = load.external() == 0
                ? ""
                : " and up to %d s for %d with a url"
                        .formatted(load.external() * LoadTimes.EXTERNAL_LIMIT_SECONDS, load.external());
        if (load.seconds() == 0 && load.external() == 0) {
            return "";
        }
        return " Until it serves it takes about %d s of loading%s%s."
                .formatted(
                        load.seconds(),
                        load.guessed() == 0
                                ? ""
                                : ", %d %s without a figure"
                                        .formatted(load.guessed(), load.guessed() == 1 ? "container" : "containers"),
                        external);
    }

    private void table(Check.Started check) {
        Columns table = new Columns("entry", "workload", "as", "slot", "-nvidia", "GPU", "advertised", "asks", "VRAM");
        CheckRows rows = new CheckRows(check);
        for (AiModel entry : rows.entries()) {
            String number = "[" + entry.index() + "]";
            String told = rows.findAdvertised(entry).map(CheckText::announced).orElse("–");
            String asked = rows.findPrice(entry).map(CheckText::asks).orElse("–");
            if (rows.placements(entry).isEmpty()) {
                table.add(number, entry.label(), state(entry), "–", "–", "–", told, asked, "–");
            }
            for (Placement placement : rows.placements(entry)) {
                table.add(
                        number,
                        entry.label(),
                        state(entry),
                        String.valueOf(placement.slot().position()),
                        device(check, placement),
                        card(check, placement),
                        told,
                        asked,
                        vram(check, rows, placement));
                // What holds for the entry is said once, in the row of its first container.
                number = "";
                told = "";
                asked = "";
            }
        }
        if (table.isEmpty()) {
            line("It lists no models.");
        } else {
            text.append(table.aligned("  "));
        }
    }

    private static String state(AiModel entry) {
        return entry.isManaged() ? entry.warm() ? "warm" : "cold" : SafeUrl.bare(entry.url());
    }

    private static String device(Check.Started check, Placement placement) {
        return check.checked().setup().containersPerGpu() == 1
                ? placement.slot().device()
                : "%s, container %d"
                        .formatted(placement.slot().device(), placement.slot().container());
    }

    private static String card(Check.Started check, Placement placement) {
        return check.known()
                .findCard(placement.slot().device())
                .map(FleetGpu::name)
                .orElse("?");
    }

    private static String vram(Check.Started check, CheckRows rows, Placement placement) {
        String room = check.known()
                .findRoom(placement.slot().device())
                .map(r -> " of " + r.text())
                .orElse("");
        return rows.findNeed(placement).map(need -> need.text() + room).orElse("?");
    }

    private static String announced(Advertised advertised) {
        return "%s, %s, capacity %d"
                .formatted(advertised.capability(), advertised.warm() ? "warm" : "cold", advertised.capacity());
    }

    private static String asks(AskedPrice asked) {
        return asked.price().text() + " wei" + (asked.isForEverybody() ? "" : " of " + asked.gateway());
    }

    private void findings(List<Lint> lints) {
        if (lints.isEmpty()) {
            line("");
            line("Nothing else was found.");
            return;
        }
        line("");
        line(lints.stream()
                .collect(Collectors.groupingBy(Lint::severity, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> "%d %s%s".formatted(e.getValue(), e.getKey().word(), e.getValue() == 1 ? "" : "s"))
                .collect(Collectors.joining(", ", "Found: ", "")));
        for (Lint lint : lints) {
            line("  %-7s %s".formatted(lint.severity().word(), lint.code().key()));
            line("          " + lint.sentences());
        }
    }
}
