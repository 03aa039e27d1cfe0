package org.warmplan.fleet;

import java.util.Arrays;
import org.warmplan.domain.Pipeline;
import org.warmplan.files.Fields;

/** Words that a catalogue file may use, and what they mean. */
final class CatalogueWords {
    private CatalogueWords() {}

    static Pipeline pipeline(Fields fields) {
        String slug = fields.text("pipeline");
        return Pipeline.findBySlug(slug)
                .orElseThrow(() -> fields.wrong(
                        "pipeline",
                        "is \"" + slug + "\", no known pipeline",
                        "one of these was meant: " + Arrays.toString(Pipeline.values())));
    }

    static StepKind stepKind(Fields fields, String slug) {
        return StepKind.findBySlug(slug)
                .orElseThrow(() -> fields.wrong(
                        "steps",
                        "is \"" + slug + "\", no known kind of steps",
                        "one of these was meant: "
                                + Arrays.stream(StepKind.values())
                                        .map(StepKind::slug)
                                        .toList()));
    }

    static Architecture architecture(Fields fields, String field, String slug) {
        return Architecture.findBySlug(slug)
                .orElseThrow(() -> fields.wrong(
                        field,
                        "names \"" + slug + "\", no known architecture",
                        "one of these was meant: "
                                + Arrays.stream(Architecture.values())
                                        .map(Architecture::slug)
                                        .toList()));
    }
}
