package org.warmplan.collect.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.warmplan.domain.Address;

/** One cell of a table, and what it says without showing it: links and titles. */
final class Cell {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}(?![0-9a-fA-F])");
    private static final List<String> TITLES = List.of("title", "aria-label", "alt", "data-address", "href");
    private static final int TITLES_THAT_ARE_TEXT = 3;

    private final String text;
    private final List<String> titles;
    private final List<String> links;

    Cell(Element element) {
        List<Element> all = element.getAllElements();
        this.text = clean(element.text());
        this.titles = attributes(all, TITLES.subList(0, TITLES_THAT_ARE_TEXT));
        this.links = attributes(all, TITLES.subList(TITLES_THAT_ARE_TEXT, TITLES.size()));
    }

    /** What is shown; where nothing is shown, like beside an icon, what its title says. May be empty. */
    String text() {
        return text.isEmpty() ? titles.stream().findFirst().orElse("") : text;
    }

    /** Like {@link #text}, but from the title where what is shown is cut short. */
    String wholeText() {
        if (!text.endsWith("…") && !text.endsWith("...")) {
            return text();
        }
        String beginning = text.replaceFirst("(?:…|\\.\\.\\.)$", "").strip();
        return titles.stream()
                .filter(title -> title.startsWith(beginning))
                .findFirst()
                .orElse(text);
    }

    /** What is shown, and what its titles say beside it. */
    List<String> texts() {
        return Stream.concat(Stream.of(text), titles.stream()).toList();
    }

    /** The address it shows, or else the one it names or links to. */
    Optional<Address> findAddress() {
        return Stream.of(List.of(text), titles, links)
                .flatMap(List::stream)
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(matcher -> new Address(matcher.group()))
                .findFirst();
    }

    /** The http: or https: address it shows or links to; empty when there is none. */
    String uri() {
        return Stream.of(List.of(text), links)
                .flatMap(List::stream)
                .filter(link -> link.matches("(?i)https?://\\S+"))
                .findFirst()
                .orElse("");
    }

    private static List<String> attributes(List<Element> elements, List<String> names) {
        return names.stream()
                .flatMap(name -> elements.stream().map(element -> clean(element.attr(name))))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String clean(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f\\u200b]+", " ").strip();
    }
}
