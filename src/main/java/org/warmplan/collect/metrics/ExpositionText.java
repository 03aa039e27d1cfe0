package org.warmplan.collect.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.warmplan.domain.InputException;

/**
 * Prometheus' text format (version 0.0.4), and what OpenMetrics adds to it: {@code # EOF}, timestamps with a fraction and
 * exemplars behind a value. Types and help are not needed here.
 */
final class ExpositionText {
    private final List<Sample> samples;
    private final boolean comments;

    private ExpositionText(List<Sample> samples, boolean comments) {
        this.samples = samples;
        this.comments = comments;
    }

    /** Hands a line that is none, and its number, to {@code odd} and goes on. */
    static ExpositionText parse(String text, BiConsumer<String, Integer> odd) {
        List<Sample> samples = new ArrayList<>();
        boolean comments = false;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String content = line.strip();
            if (content.startsWith("#")) {
                comments |= content.startsWith("# TYPE ") || content.startsWith("# HELP ");
            } else if (!content.isEmpty()) {
                SampleLine.find(content, number).ifPresentOrElse(samples::add, oddLine(odd, content, number));
            }
        }
        return new ExpositionText(samples, comments);
    }

    private static Runnable oddLine(BiConsumer<String, Integer> odd, String line, int number) {
        return () -> odd.accept(line, number);
    }

    /** @throws InputException when this is nothing like a metrics page */
    static void requireMetrics(String url, String text, ExpositionText page) {
        if (!page.samples.isEmpty() || page.comments) {
            return;
        }
        String start = text.stripLeading();
        String what = "is no metrics page";
        if (start.isEmpty()) {
            what = "is empty, not a metrics page";
        } else if (start.startsWith("<")) {
            what = "is HTML or XML, not a metrics page";
        } else if (start.startsWith("{") || start.startsWith("[")) {
            what = "is JSON, not a metrics page";
        }
        throw new InputException(
                "%s %s. Maybe the path is wrong: an orchestrator's ends in /metrics.".formatted(url, what));
    }

    /** In the order of the page, repeated ones too. */
    List<Sample> samples() {
        return samples;
    }
}
