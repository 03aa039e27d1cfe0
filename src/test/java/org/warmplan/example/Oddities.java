package org.warmplan.example;

import java.util.Set;

/** What is wrong in the payloads on purpose, beside the price one node never states. */
final class Oddities {
    private static final String OFF_CHAIN = "orch-20.example";
    private static final String MISCOUNTING = "orch-33.example";
    private static final Set<Integer> OFF_CHAIN_FRAMES = Set.of(20, 23);
    private static final int MISCOUNTED_FRAME = 22;

    /** A node that started twice without its keystore: no ticket parameters, hence no address. */
    boolean hasNoAddress(Frame frame, Node node) {
        return node.host().equals(OFF_CHAIN) && OFF_CHAIN_FRAMES.contains(frame.index());
    }

    /** A driver's hiccup. */
    boolean hasMoreFreeThanThereIs(Frame frame, Node node) {
        return node.host().equals(MISCOUNTING) && frame.index() == MISCOUNTED_FRAME;
    }
}
