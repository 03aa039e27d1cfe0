package org.warmplan.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.warmplan.domain.InputException;

/** Reads files a person or another program gave us. */
public final class TextFile {
    /** Largest file read, in bytes. */
    public static final long MAX_BYTES = 64L << 20;

    private TextFile() {}

    /**
     * Reads a whole UTF-8 file.
     *
     * @param what what the file is to us, for the message: {@code "the fleet file"}
     * @throws InputException when it is missing, unreadable, too large or not UTF-8
     */
    public static String read(Path file, String what) {
        return utf8(readBytes(file, what), what + " " + file);
    }

    /**
     * The text that bytes are, as they stand: a byte order mark stays.
     *
     * @param name whose bytes they are, for the message
     * @throws InputException when they are no UTF-8
     */
    public static String utf8(byte[] bytes, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(
                    name + " is not UTF-8 text. Maybe it is compressed, or another file was meant.", e);
        }
    }

    /** Like {@link #read}, without the check for UTF-8. */
    public static byte[] readBytes(Path file, String what) {
        try {
            if (Files.isDirectory(file)) {
                throw new InputException("%s %s is a folder. Maybe name the file in it.".formatted(what, file));
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(
                        "%s %s has %d bytes, more than the %d that are read. Maybe another file was meant."
                                .formatted(what, file, Files.size(file), MAX_BYTES));
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException(
                    "%s %s does not exist. Maybe the path is relative to another folder.".formatted(what, file), e);
        } catch (AccessDeniedException e) {
            throw new InputException(
                    "%s %s may not be read. Maybe its permissions are for another user.".formatted(what, file), e);
        } catch (IOException e) {
            throw new InputException("%s %s cannot be read: %s.".formatted(what, file, e.getMessage()), e);
        }
    }
}
