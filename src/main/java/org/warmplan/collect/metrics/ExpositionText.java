package org.warmplan.collect.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.warmplan.domain.InputException;

/**
 * Prometheus' text format (version 0.0.4), and what OpenMetrics adds to it: {@code # EOF}, timestamps with a fraction and
 * exemplars behind a value. Types and help are not needed here.
 */
final class ExpositionText {
    private static final int MOST_ODD = 1_000;

    private final List<Sample> samples;
    private final boolean comments;

    private ExpositionText(List<Sample> samples, boolean comments) {
        this.samples = samples;
        this.comments = comments;
    }

    /** Hands a line that is none, and its number, to {@code odd} and goes on; after {@value #MOST_ODD} of them silently. */
    static ExpositionText parse(String text, BiConsumer<String, Integer> odd) {
        List<Sample> samples = new ArrayList<>();
        boolean comments = false;
        int number = 0;
        int oddLines = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end).strip();
            start = end < 0 ? text.length() : end + 1;
            number++;
            Optional<Sample> sample = line.startsWith("#") ? Optional.empty() : SampleLine.find(line, number);
            sample.ifPresent(samples::add);
            comments |= line.startsWith("# TYPE ") || line.startsWith("# HELP ");
            if (sample.isEmpty() && !line.isEmpty() && !line.startsWith("#") && ++oddLines <= MOST_ODD) {
                odd.accept(line, number);
            }
        }
        return new ExpositionText(samples, comments);
    }

    /** @throws InputException when this is nothing like a metrics page */
    static void requireMetrics(String url, String text, ExpositionText page) {
        String start = text.stripLeading();
        String what = page.samples.isEmpty() && !page.comments ? "is no metrics page" : "";
        if (start.isEmpty()) {
            what = "is empty, not a metrics page";
        } else if (start.startsWith("<")) {
            what = "is HTML or XML, not a metrics page";
        } else if (start.startsWith("{") || start.startsWith("[")) {
            what = "is JSON, not a metrics page";
        }
        if (!what.isEmpty()) {
            throw new InputException(
                    "%s %s. Maybe the path is wrong: an orchestrator's ends in /metrics.".formatted(url, what));
        }
    }

    /** In the order of the page, repeated ones too. */
    List<Sample> samples() {
        return samples;
    }
}
