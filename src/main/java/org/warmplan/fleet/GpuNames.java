package org.warmplan.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Cards by name, exact or near. */
final class GpuNames {
    private static final int MOST_SUGGESTIONS = 3;
    private static final Set<String> VENDOR_WORDS = Set.of("nvidia", "geforce", "tesla", "quadro");
    /** They say how a card is built in, not which chip it is or how much memory it has; with their digit, like sxm4. */
    private static final Pattern FORM_WORDS =
            Pattern.compile("\\b(?:sxm\\d?|pcie|hbm\\d\\w?|generation|workstation|edition|rtx|gtx)\\b");

    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d+");

    private final Map<String, CatalogueGpu> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    GpuNames(Collection<CatalogueGpu> gpus) {
        for (CatalogueGpu gpu : gpus) {
            if (byName.put(gpu.name(), gpu) != null) {
                throw new IllegalArgumentException("The card " + gpu.name() + " stands twice.");
            }
        }
    }

    List<CatalogueGpu> list() {
        return List.copyOf(byName.values());
    }

    Optional<CatalogueGpu> find(String name) {
        CatalogueGpu exact = byName.get(name.strip());
        if (exact != null) {
            return Optional.of(exact);
        }
        List<String> wanted = tokens(name);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return onlyOne(g -> sorted(tokens(g.name())).equals(sorted(wanted)))
                .or(() -> onlyOne(g -> without(tokens(g.name()), wanted).isPresent())
                        .filter(g -> differsInFormOnly(g.name(), name)));
    }

    List<String> suggest(String name) {
        List<String> wanted = pairs(name);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Comparator<String> nearest = Comparator.comparingInt((String n) -> -shared(pairs(n), wanted))
                .thenComparingInt(n -> pairs(n).size())
                .thenComparing(n -> n);
        return byName.values().stream()
                .map(CatalogueGpu::name)
                .filter(n -> 2 * shared(pairs(n), wanted) >= wanted.size())
                .sorted(nearest)
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    private Optional<CatalogueGpu> onlyOne(Predicate<CatalogueGpu> wanted) {
        List<CatalogueGpu> found = byName.values().stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean differsInFormOnly(String name, String given) {
        List<String> core = tokens(withoutFormWords(name));
        return without(core, tokens(withoutFormWords(given)))
                .filter(List::isEmpty)
                .isPresent();
    }

    private static String withoutFormWords(String name) {
        return FORM_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    private static int shared(List<String> all, List<String> wanted) {
        List<String> rest = new ArrayList<>(all);
        return (int) wanted.stream().filter(rest::remove).count();
    }

    /** Neighbouring characters, so that one slip of the finger spoils two of them only. */
    private static List<String> pairs(String name) {
        String joined = String.join("", tokens(name));
        return IntStream.range(0, joined.length() - 1)
                .mapToObj(i -> joined.substring(i, i + 2))
                .toList();
    }

    /** What is left of {@code all} without {@code some}; empty when {@code all} does not hold them. */
    private static Optional<List<String>> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        return some.stream().allMatch(rest::remove) ? Optional.of(rest) : Optional.empty();
    }

    private static List<String> sorted(List<String> tokens) {
        return tokens.stream().sorted().toList();
    }

    private static List<String> tokens(String name) {
        return TOKEN.matcher(name.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(token -> !VENDOR_WORDS.contains(token))
                .toList();
    }
}
