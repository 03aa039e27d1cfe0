package org.warmplan.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.files.JsonText;
import org.warmplan.files.ReceivedBody;
import org.warmplan.files.Sha256;
import org.warmplan.files.TextFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A snapshot as a gzipped JSON document. Java's gzip header carries no time, so the same snapshot gives the same bytes. */
final class Envelope {
    /** Twice the largest body: escapes and base64 make it longer, a bomb longer still. */
    private static final int MAX_BYTES = (int) (2 * TextFile.MAX_BYTES);

    private Envelope() {}

    static byte[] write(Snapshot snapshot) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", Snapshot.VERSION);
        root.put("source", snapshot.source());
        root.put("kind", snapshot.kind());
        root.put("instant", snapshot.instant().toString());
        ArrayNode parts = root.putArray("parts");
        snapshot.parts().forEach(part -> write(parts.addObject(), part));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(JsonText.write(root).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(ObjectNode object, Snapshot.Part part) {
        object.put("url", part.url());
        object.put("status", part.status());
        object.put("contentType", part.contentType());
        object.put("etag", part.etag());
        object.put("lastModified", part.lastModified());
        object.put("fetchedAt", part.fetchedAt().toString());
        object.put("sha256", part.sha256());
        if (part.encoding() != null) {
            object.put("encoding", part.encoding());
        }
        object.put("body", part.body());
    }

    /**
     * Reads a snapshot back.
     *
     * @throws InputException when it is cut short, not one of ours, or a body is not what was fetched
     */
    static Snapshot read(String name, byte[] bytes) {
        Document document = new Document(name, JsonText.readStrict(name, unzipped(name, bytes)), Map.of());
        Fields fields = document.fields();
        if (fields.integer("version", 1, Integer.MAX_VALUE) > Snapshot.VERSION) {
            throw fields.wrong("version", "is above " + Snapshot.VERSION, "a newer version of the program wrote it");
        }
        List<Snapshot.Part> parts =
                fields.objects("parts").stream().map(Envelope::part).toList();
        if (parts.isEmpty()) {
            throw fields.wrong("parts", "holds nothing", "the file was edited by hand");
        }
        Snapshot snapshot = new Snapshot(fields.text("source"), fields.text("kind"), instant(fields, "instant"), parts);
        fields.end();
        return snapshot;
    }

    private static Snapshot.Part part(Fields fields) {
        Snapshot.Part part = new Snapshot.Part(
                fields.text("url"),
                (int) fields.integer("status", 100, 599),
                orNull(fields, "contentType"),
                orNull(fields, "etag"),
                orNull(fields, "lastModified"),
                instant(fields, "fetchedAt"),
                fields.text("sha256"),
                fields.verbatim("body"),
                orNull(fields, "encoding"));
        if (!part.sha256().equals(hash(fields, part))) {
            throw fields.wrong("body", "is not what was fetched: its SHA-256 differs", "the file was edited by hand");
        }
        fields.end();
        return part;
    }

    private static String hash(Fields fields, Snapshot.Part part) {
        String encoding = part.encoding();
        if (encoding != null && !encoding.equals(ReceivedBody.BASE64)) {
            throw fields.wrong(
                    "encoding", "is " + encoding + ", not " + ReceivedBody.BASE64, "a newer version wrote it");
        }
        try {
            return Sha256.of(ReceivedBody.bytes(part.body(), encoding));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("body", "is no sound base64", "the file was edited by hand");
        }
    }

    private static Instant instant(Fields fields, String name) {
        String text = fields.text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw fields.wrong(name, "is " + text + ", no time in UTC", "the file was edited by hand");
        }
    }

    private static @Nullable String orNull(Fields fields, String name) {
        return fields.findText(name).orElse(null);
    }

    private static String unzipped(String name, byte[] bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unzipped = gzip.readNBytes(MAX_BYTES + 1);
            if (unzipped.length > MAX_BYTES) {
                throw new InputException(
                        "%s unpacks to more than %d bytes. Maybe it is damaged.".formatted(name, MAX_BYTES));
            }
            return new String(unzipped, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException(name + " is no sound gzip. Maybe writing it was cut short.", e);
        }
    }
}
