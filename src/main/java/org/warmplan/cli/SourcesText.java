package org.warmplan.cli;

import java.util.List;
import org.warmplan.collect.SourceKinds;
import org.warmplan.collect.ask.Source;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.files.Durations;
import org.warmplan.files.Visible;

/** The sources as lines: those that are asked, then the kinds that none is of. */
final class SourcesText {
    private SourcesText() {}

    static String listed(List<SourceSettings> settings) {
        StringBuilder lines = new StringBuilder();
        for (SourceSettings source : settings) {
            lines.append(Visible.of("%s  %s  %s  max. %s old%s%s"
                            .formatted(
                                    source.name(),
                                    source.kind(),
                                    source.safeUrl(),
                                    Durations.text(source.maxAge()),
                                    source.required() ? ", required" : "",
                                    source.token() == null ? "" : ", with a token")))
                    .append('\n');
            SourceKinds.find(source.kind())
                    .ifPresent(kind ->
                            lines.append("    ").append(kind.description()).append('\n'));
        }
        List<Source> others = SourceKinds.list().stream()
                .filter(kind -> settings.stream().noneMatch(s -> s.kind().equals(kind.kind())))
                .toList();
        if (!others.isEmpty()) {
            lines.append("\nOther kinds that a sources file may name:\n");
            others.forEach(kind -> lines.append("  %s: %s\n".formatted(kind.kind(), kind.description())));
        }
        return lines.toString();
    }
}
