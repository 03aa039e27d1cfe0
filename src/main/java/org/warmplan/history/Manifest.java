package org.warmplan.history;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.files.JsonText;
import org.warmplan.files.ReceivedBody;
import org.warmplan.files.SafeUrl;
import org.warmplan.files.TextFile;

/**
 * A list of payloads fetched elsewhere: JSON lines of {@code {instant, source, kind, url, file}}, where {@code file} starts
 * at the manifest's folder. Lines of one source and instant are the parts of one snapshot, in their order.
 */
public final class Manifest {
    private final Path file;
    private final Map<SnapshotId, Snapshot> snapshots = new TreeMap<>();

    private Manifest(Path file) {
        this.file = file;
    }

    /**
     * Reads the snapshots, oldest first.
     *
     * @throws InputException when the manifest or a file it names is missing, or a line makes no sense
     */
    public static List<Snapshot> read(Path file) {
        Manifest manifest = new Manifest(file);
        List<String> lines = TextFile.read(file, "The manifest").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                manifest.add(file + " line " + (i + 1), lines.get(i));
            }
        }
        if (manifest.snapshots.isEmpty()) {
            throw new InputException("The manifest %s names no file. Maybe writing it was cut short.".formatted(file));
        }
        return List.copyOf(manifest.snapshots.values());
    }

    /**
     * A snapshot of a single payload.
     *
     * @throws InputException when the payload is missing or too large
     */
    public static Snapshot payload(String source, String kind, Instant instant, Path file) {
        return new Snapshot(source, kind, instant, List.of(part(SafeUrl.of(file.toString()), instant, file)));
    }

    private void add(String name, String line) {
        Fields fields = new Document(name, JsonText.readStrict(name, line), Map.of()).fields();
        SnapshotId id = new SnapshotId(source(fields), instant(fields));
        String kind = fields.text("kind");
        List<Snapshot.Part> parts = new ArrayList<>();
        Snapshot before = snapshots.get(id);
        if (before != null) {
            if (!before.kind().equals(kind)) {
                throw fields.wrong("kind", "is " + kind + ", but " + before.kind() + " above", "it is another source");
            }
            parts.addAll(before.parts());
        }
        parts.add(part(fields, id.instant()));
        fields.end();
        snapshots.put(id, new Snapshot(id.source(), kind, id.instant(), parts));
    }

    private Snapshot.Part part(Fields fields, Instant instant) {
        return part(SafeUrl.of(fields.text("url")), instant, payload(fields));
    }

    private static Snapshot.Part part(String url, Instant instant, Path file) {
        ReceivedBody body = ReceivedBody.of(TextFile.readBytes(file, "The payload"));
        return new Snapshot.Part(url, 200, null, null, null, instant, body.sha256(), body.text(), body.encoding());
    }

    private Path payload(Fields fields) {
        String name = fields.text("file");
        try {
            return file.resolveSibling(name);
        } catch (InvalidPathException e) {
            throw fields.wrong("file", "is " + name + ", which is no path", "a character is wrong");
        }
    }

    private static String source(Fields fields) {
        String source = fields.text("source");
        if (!Snapshot.SOURCE_NAME.matcher(source).matches()) {
            throw fields.wrong(
                    "source",
                    "is " + source + ", not 1 to 64 letters, digits, dots, underscores or dashes",
                    "shorten it, or leave out the spaces");
        }
        return source;
    }

    private static Instant instant(Fields fields) {
        String text = fields.text("instant");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw fields.wrong("instant", "is " + text + ", no time in UTC", "write it like 2026-11-23T06:00:00Z");
        }
    }
}
