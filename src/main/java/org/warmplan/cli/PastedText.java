package org.warmplan.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.warmplan.domain.InputException;

/** Text that another program printed into a file or a pipe: UTF-8, or UTF-16 as PowerShell redirects it. */
final class PastedText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PastedText() {}

    /**
     * Reads it, without a byte order mark.
     *
     * @param from where it comes from, for the message
     * @throws InputException when it is no text
     */
    static String of(String from, byte[] bytes) {
        try {
            String text =
                    charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException(from + " is no text. Maybe it is compressed, or another file was meant.", e);
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        // Without a mark, one byte of an ordinary character is 0 in UTF-16.
        if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return (first == 0xFE && second == 0xFF) || (first == 0 && second != 0)
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }
}
