package org.warmplan.example;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who has how much stake: a few very much, most little. */
final class Stakes {
    static final String OPERATOR = Cast.address(1);

    private static final double OPERATOR_LPT = 18_450.25;
    private static final double MOST_LPT = 1_400_000;
    private static final double TAIL = 0.9;
    private static final int OTHERS_FIRST = 201;
    private static final int OTHERS = 40;

    private Stakes() {}

    /** LPT by address, for those with nodes and some without. */
    static SortedMap<String, Double> of(List<Node> nodes, List<Transcoders.Transcoder> transcoders) {
        List<String> addresses =
                new ArrayList<>(nodes.stream().map(Node::address).distinct().toList());
        transcoders.forEach(transcoder -> addresses.add(transcoder.address()));
        for (int number = OTHERS_FIRST; number < OTHERS_FIRST + OTHERS; number++) {
            addresses.add(Cast.address(number));
        }
        Dice dice = new Dice(ExampleNetwork.SEED, "stakes");
        dice.shuffle(addresses);
        SortedMap<String, Double> stakes = new TreeMap<>();
        for (int rank = 1; rank <= addresses.size(); rank++) {
            double lpt = MOST_LPT / StrictMath.pow(rank, TAIL) * dice.factor(0.1);
            stakes.put(addresses.get(rank - 1), lpt);
        }
        stakes.put(OPERATOR, OPERATOR_LPT);
        return Collections.unmodifiableSortedMap(stakes);
    }
}
