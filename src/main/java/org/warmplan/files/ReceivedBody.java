package org.warmplan.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes from outside in a form that JSON can hold and that gives the same bytes back.
 *
 * @param sha256 of the bytes
 * @param text the bytes as UTF-8 text, or in base64 where they are none
 * @param encoding {@value #BASE64} or null
 */
public record ReceivedBody(
        String sha256, String text, @Nullable String encoding) {
    public static final String BASE64 = "base64";

    public static ReceivedBody of(byte[] bytes) {
        String sha256 = Sha256.of(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new ReceivedBody(sha256, text, null);
        } catch (CharacterCodingException e) {
            return new ReceivedBody(sha256, Base64.getEncoder().encodeToString(bytes), BASE64);
        }
    }

    /**
     * The bytes as they came.
     *
     * @throws IllegalArgumentException when the text is no base64 though it should be
     */
    public static byte[] bytes(String text, @Nullable String encoding) {
        return encoding == null
                ? text.getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(text);
    }
}
