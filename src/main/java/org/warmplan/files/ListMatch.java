package org.warmplan.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which items of one list are which of another, and the fewest moves that bring them into order. Each item is used once,
 * so repeated items are told apart by number.
 */
final class ListMatch {
    private static final int NONE = -1;

    /** The index in the target by the index in the source. */
    private final int[] targets;
    /** The index in the source by the index in the target. */
    private final int[] sources;
    /** How many items that stay come before an index. */
    private final int[] sourceGaps;

    private final int[] targetGaps;

    /** An item taken out at {@code from} and put in at {@code to}, counted without it. */
    record Move(int from, int to) {}

    private ListMatch(int sourceSize, int targetSize) {
        targets = new int[sourceSize];
        sources = new int[targetSize];
        sourceGaps = new int[sourceSize];
        targetGaps = new int[targetSize];
        Arrays.fill(targets, NONE);
        Arrays.fill(sources, NONE);
    }

    /**
     * Matches items that are alike, first where they stand in the same order (longest common subsequence), then wherever;
     * then changed items by their names, one level of names after the other; then what has no names by its place.
     */
    static <T> ListMatch of(
            List<T> source, List<T> target, List<List<String>> sourceNames, List<List<String>> targetNames) {
        ListMatch match = new ListMatch(source.size(), target.size());
        Map<T, Integer> numbers = new HashMap<>();
        match.inOrder(numbered(source, numbers), numbered(target, numbers));
        match.pair(source::get, target::get);
        int levels = sourceNames.stream().mapToInt(List::size).max().orElse(0);
        for (int level = 0; level < levels; level++) {
            match.pair(nameAt(level, sourceNames), nameAt(level, targetNames));
        }
        match.pair(
                i -> sourceNames.get(i).isEmpty() ? match.sourceGaps[i] : null,
                j -> targetNames.get(j).isEmpty() ? match.targetGaps[j] : null);
        return match;
    }

    /** Indices in the source of what the target has not, the last first. */
    List<Integer> removed() {
        return IntStream.range(0, targets.length)
                .filter(i -> targets[i] == NONE)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** What changes places, step by step, once what is gone has been removed. */
    List<Move> moves() {
        List<Integer> order = new ArrayList<>();
        Arrays.stream(targets).filter(target -> target != NONE).forEach(order::add);
        List<Integer> wanted = order.stream().sorted().toList();
        List<Integer> staying = longestRise(order);
        List<Move> moves = new ArrayList<>();
        Integer before = null;
        for (Integer item : wanted) {
            if (Collections.binarySearch(staying, item) < 0) {
                int from = order.indexOf(item);
                order.remove(from);
                int to = before == null ? 0 : order.indexOf(before) + 1;
                order.add(to, item);
                moves.add(new Move(from, to));
            }
            before = item;
        }
        return moves;
    }

    /** Indices in the target of what the source has not, the first first: each is right once those before it are there. */
    List<Integer> added() {
        return IntStream.range(0, sources.length)
                .filter(j -> sources[j] == NONE)
                .boxed()
                .toList();
    }

    /** Where the source has the target's item at {@code index}; below 0 when nowhere. */
    int sourceOf(int index) {
        return sources[index];
    }

    private void match(int source, int target) {
        targets[source] = target;
        sources[target] = source;
    }

    private void pair(IntFunction<@Nullable Object> sourceKey, IntFunction<@Nullable Object> targetKey) {
        Map<Object, Deque<Integer>> free = new HashMap<>();
        for (int j = 0; j < sources.length; j++) {
            Object key = sources[j] == NONE ? targetKey.apply(j) : null;
            if (key != null) {
                free.computeIfAbsent(key, k -> new ArrayDeque<>()).add(j);
            }
        }
        for (int i = 0; i < targets.length; i++) {
            Object key = targets[i] == NONE ? sourceKey.apply(i) : null;
            Deque<Integer> found = key == null ? null : free.get(key);
            if (found != null && !found.isEmpty()) {
                match(i, found.remove());
            }
        }
    }

    private static IntFunction<@Nullable Object> nameAt(int level, List<List<String>> names) {
        return i -> level < names.get(i).size() ? names.get(i).get(level) : null;
    }

    private static <T> int[] numbered(List<T> items, Map<T, Integer> numbers) {
        return items.stream()
                .mapToInt(item -> numbers.computeIfAbsent(item, i -> numbers.size()))
                .toArray();
    }

    private void inOrder(int[] source, int[] target) {
        int[][] longest = new int[source.length + 1][target.length + 1];
        for (int i = source.length - 1; i >= 0; i--) {
            for (int j = target.length - 1; j >= 0; j--) {
                longest[i][j] = source[i] == target[j]
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        int matched = 0;
        while (i < source.length || j < target.length) {
            if (i < source.length && j < target.length && source[i] == target[j]) {
                match(i++, j++);
                matched++;
            } else if (j == target.length || (i < source.length && longest[i + 1][j] >= longest[i][j + 1])) {
                sourceGaps[i++] = matched;
            } else {
                targetGaps[j++] = matched;
            }
        }
    }

    /** A longest subsequence that rises, for numbers that are all different. */
    private static List<Integer> longestRise(List<Integer> numbers) {
        List<Integer> ends = new ArrayList<>();
        Map<Integer, Integer> previous = new HashMap<>();
        for (Integer number : numbers) {
            int length = -Collections.binarySearch(ends, number) - 1;
            if (length > 0) {
                previous.put(number, ends.get(length - 1));
            }
            if (length == ends.size()) {
                ends.add(number);
            } else {
                ends.set(length, number);
            }
        }
        List<Integer> rise = new ArrayList<>();
        Integer at = ends.isEmpty() ? null : ends.get(ends.size() - 1);
        while (at != null) {
            rise.add(at);
            at = previous.get(at);
        }
        Collections.reverse(rise);
        return rise;
    }
}
