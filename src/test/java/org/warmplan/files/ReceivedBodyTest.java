package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ReceivedBodyTest {
    @Test
    void keepsTextAsText() {
        ReceivedBody body = ReceivedBody.of("\uFEFFgrün\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(body.text()).isEqualTo("\uFEFFgrün\r\n");
        assertThat(body.encoding()).isNull();
    }

    @Test
    void givesTheSameBytesBackWhenTheyAreNoText() {
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0, 'a'};
        ReceivedBody body = ReceivedBody.of(bytes);

        assertThat(body.encoding()).isEqualTo("base64");
        assertThat(ReceivedBody.bytes(body.text(), body.encoding())).isEqualTo(bytes);
    }

    @Test
    void hashesTheBytes() {
        assertThat(ReceivedBody.of(new byte[0]).sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
