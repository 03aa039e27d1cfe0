package org.warmplan.worker.disk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Weights in several files, whose names say how many there are: {@code model-00001-of-00004.safetensors}. */
final class Shards {
    private static final Pattern NAME = Pattern.compile("(.*)-(\\d{5})-of-(\\d{5})(.*)");

    private Shards() {}

    /** What is missing of weights of which a part is there; empty for nothing. */
    static String missing(List<FoundFile> weights) {
        Map<String, TreeSet<Integer>> there = new TreeMap<>();
        for (FoundFile file : weights) {
            Matcher name = NAME.matcher(file.name());
            if (name.matches()) {
                there.computeIfAbsent(
                                file.folder() + "/" + name.group(1) + name.group(4) + " of " + name.group(3),
                                k -> new TreeSet<>())
                        .add(Integer.valueOf(name.group(2)));
            }
        }
        return there.entrySet().stream()
                .filter(e -> e.getValue().size() < total(e.getKey()))
                .map(e -> "only %d of %d parts of its weights are there"
                        .formatted(e.getValue().size(), total(e.getKey())))
                .findFirst()
                .orElse("");
    }

    private static int total(String key) {
        return Integer.parseInt(key.substring(key.length() - 5));
    }
}
