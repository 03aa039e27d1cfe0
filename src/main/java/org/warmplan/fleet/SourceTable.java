package org.warmplan.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.warmplan.files.Fields;

/** The sources of a catalogue file by their short keys. */
final class SourceTable {
    private record Source(String where, Optional<String> remark) {}

    private final Map<String, Source> byKey = new TreeMap<>();

    SourceTable(Fields sources) {
        for (String key : sources.names()) {
            Fields source = sources.object(key);
            byKey.put(key, new Source(source.text("where"), source.findText("remark")));
            source.end();
        }
    }

    /** The text of the source named in {@code field}: a key, or a key, a colon and lines. */
    String text(Fields fields, String field) {
        return text(fields, field, fields.text(field));
    }

    /** Like {@link #text(Fields, String)} for a reference already read from {@code field}. */
    String text(Fields fields, String field, String reference) {
        int colon = reference.indexOf(':');
        String key = colon < 0 ? reference : reference.substring(0, colon);
        String lines = colon < 0 ? "" : reference.substring(colon);
        Source source = byKey.get(key);
        if (source == null) {
            throw fields.wrong(field, "is \"" + key + "\", no key of sources", "add it there");
        }
        return source.where() + lines + source.remark().map(r -> ", " + r).orElse("");
    }
}
