package org.warmplan.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.files.Fields;

/** The pins of a fleet file. */
final class PinsSection {
    private final List<FleetWorker> workers;

    PinsSection(List<FleetWorker> workers) {
        this.workers = workers;
    }

    List<Pin> read(Fields root) {
        List<Pin> pins = new ArrayList<>();
        for (Fields fields : root.objects("pins")) {
            Pin pin = pin(fields);
            refuseTooMany(fields, pin, pins);
            for (int i = 0; i < pins.size(); i++) {
                refuseClash(fields, pin, pins.get(i), "pins[" + i + "]");
            }
            pins.add(pin);
        }
        return pins;
    }

    private Pin pin(Fields fields) {
        Workload workload = WorkloadField.read(fields);
        Keep keep = keep(fields);
        Optional<String> device = fields.findText("gpu");
        FleetWorker worker = worker(fields, device.isPresent());
        if (worker != null && device.isPresent()) {
            requireDevice(fields, worker, device.get());
        }
        fields.end();
        return new Pin(workload, keep, worker == null ? null : worker.name(), device.orElse(null));
    }

    private static Keep keep(Fields fields) {
        String word = fields.text("keep");
        return Arrays.stream(Keep.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        "keep", "is \"" + word + "\", not warm, cold or never", "one of these three was meant"));
    }

    private @Nullable FleetWorker worker(Fields fields, boolean needed) {
        Optional<String> name = fields.findText("worker");
        if (name.isPresent()) {
            return workers.stream()
                    .filter(w -> w.name().equals(name.get()))
                    .findFirst()
                    .orElseThrow(() -> fields.wrong(
                            "worker",
                            "is \"" + name.get() + "\", no worker of this file",
                            "one of these was meant: " + names()));
        }
        if (!needed) {
            return null;
        }
        if (workers.size() > 1) {
            throw fields.wrong("gpu", "stands without a worker", "name one of " + names() + " as worker beside it");
        }
        return workers.get(0);
    }

    private String names() {
        return workers.stream().map(FleetWorker::name).collect(Collectors.joining(", "));
    }

    private static void requireDevice(Fields fields, FleetWorker worker, String device) {
        if (worker.findGpu(device).isEmpty()) {
            String devices = worker.gpus().stream().map(FleetGpu::device).collect(Collectors.joining(", "));
            throw fields.wrong(
                    "gpu",
                    "is \"%s\", no device of worker %s".formatted(device, worker.name()),
                    "one of these was meant: " + devices);
        }
    }

    /** A card holds as many containers as its worker has per GPU. */
    private void refuseTooMany(Fields fields, Pin pin, List<Pin> before) {
        if (pin.device() == null || pin.keep() != Keep.WARM) {
            return;
        }
        List<Integer> there = IntStream.range(0, before.size())
                .filter(i -> before.get(i).keep() == Keep.WARM && samePlace(pin, before.get(i)))
                .boxed()
                .toList();
        int containers = containers(pin);
        if (there.size() >= containers) {
            int first = there.get(0);
            boolean same = before.get(first).workload().equals(pin.workload());
            throw fields.wrong(
                    "workload",
                    "is pinned warm where pins[%d] pins %s, and a GPU of this worker holds %d container%s"
                            .formatted(first, same ? "it too" : "another", containers, containers == 1 ? "" : "s"),
                    "choose %s".formatted(containers == 1 ? "one of them" : "which of them to keep there"));
        }
    }

    private int containers(Pin pin) {
        return workers.stream()
                .filter(w -> w.name().equals(pin.worker()))
                .mapToInt(FleetWorker::containersPerGpu)
                .findFirst()
                .orElse(1);
    }

    private static boolean samePlace(Pin one, Pin other) {
        return one.covers(other) && other.covers(one);
    }

    private void refuseClash(Fields fields, Pin pin, Pin other, String otherPath) {
        if (!pin.workload().equals(other.workload())) {
            return;
        }
        // Each warm pin of a card asks for one more container there.
        boolean asksForMore = pin.device() != null && pin.keep() == Keep.WARM;
        if (samePlace(pin, other) && pin.keep() == other.keep() && !asksForMore) {
            throw fields.wrong(
                    "workload",
                    "is pinned in the same place as by " + otherPath,
                    "remove one of them; to keep several replicas warm, pin each to a gpu");
        }
        if (contradict(pin, other)) {
            throw fields.wrong(
                    "keep",
                    "is %s, and %s says %s of the same place"
                            .formatted(
                                    pin.keep().word(), otherPath, other.keep().word()),
                    "remove one of them");
        }
    }

    /** What is ruled out for a place is ruled out for every part of it; a stricter word for a part is no contradiction. */
    private static boolean contradict(Pin a, Pin b) {
        if (a.keep() == b.keep()) {
            return false;
        }
        boolean aIsStricter = a.keep().compareTo(b.keep()) > 0;
        Pin stricter = aIsStricter ? a : b;
        Pin milder = aIsStricter ? b : a;
        return stricter.covers(milder);
    }
}
