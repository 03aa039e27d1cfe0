package org.warmplan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Machines with their cards, nothing on them yet. */
record DrawnFleet(List<DrawnClass> classes, List<DrawnWorker> workers) {
    private static final int FEWEST_CLASSES = 3;
    private static final double STRAY_CARD = 0.08;
    private static final double NO_ORDER = 0.15;
    private static final double RESERVED = 0.05;
    static final int MOST_RESERVED_MIB = 2_000;
    private static final double FORBIDS = 0.08;

    DrawnFleet {
        classes = List.copyOf(classes);
        workers = List.copyOf(workers);
    }

    /** A machine; all its cards have as many slots. */
    record DrawnWorker(String id, boolean prefix, int slots, Set<String> forbid, List<DrawnCard> cards) {
        DrawnWorker {
            cards = List.copyOf(cards);
        }

        int allSlots() {
            return slots * cards.size();
        }
    }

    /** A card; {@code roomMib} is what its slots may fill. */
    record DrawnCard(String id, DrawnClass kind, long reservedMib, Set<String> forbid) {
        long roomMib() {
            return kind.vramMib() - reservedMib;
        }
    }

    static DrawnFleet of(Size size, Draw draw) {
        int kinds = draw.whole(FEWEST_CLASSES, DrawnClass.MARKET.size());
        List<DrawnClass> classes = DrawnClass.MARKET.subList(0, kinds);
        int gpus = draw.in(size.gpus());
        int count = Math.min(gpus, draw.in(size.workers()));
        List<DrawnWorker> workers = new ArrayList<>();
        int left = gpus;
        for (int number = 0; number < count; number++) {
            int cards = cards(left, count - number, draw);
            left -= cards;
            workers.add(worker("rig" + number, cards, classes, size, draw));
        }
        return new DrawnFleet(classes, workers);
    }

    int slots() {
        return workers.stream().mapToInt(DrawnWorker::allSlots).sum();
    }

    /** 4 or 8 where that leaves enough, and not too much, for the others; otherwise an even part. */
    private static int cards(int left, int workers, Draw draw) {
        if (workers == 1) {
            return left;
        }
        int cards = draw.chance((double) left / workers / 4 - 1) ? 8 : 4;
        int others = left - cards;
        return others >= workers - 1 && left >= 4 * workers ? cards : Math.max(1, left / workers);
    }

    private static DrawnWorker worker(String id, int count, List<DrawnClass> classes, Size size, Draw draw) {
        DrawnClass usual = common(classes, draw);
        boolean prefix = !draw.chance(NO_ORDER);
        List<DrawnCard> cards = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            DrawnClass kind = draw.chance(STRAY_CARD) ? common(classes, draw) : usual;
            long reserved = draw.chance(RESERVED) ? draw.whole(1, MOST_RESERVED_MIB) : 0;
            cards.add(new DrawnCard(id + "/" + place, kind, reserved, forbidden(size, FORBIDS / 2, draw)));
        }
        return new DrawnWorker(id, prefix, draw.in(size.slots()), forbidden(size, FORBIDS, draw), cards);
    }

    private static Set<String> forbidden(Size size, double chance, Draw draw) {
        Set<String> forbid = new TreeSet<>();
        while (size.rules() && draw.chance(chance)) {
            forbid.add(DrawnWorkload.id(draw.whole(0, size.workloads() - 1)));
        }
        return forbid;
    }

    private static DrawnClass common(List<DrawnClass> classes, Draw draw) {
        double left =
                draw.between(0, classes.stream().mapToDouble(DrawnClass::share).sum());
        for (DrawnClass kind : classes) {
            left -= kind.share();
            if (left < 0) {
                return kind;
            }
        }
        return classes.get(0);
    }
}
