package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VisibleTest {
    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(Visible.of("a\u001b[31mb\nc\u202ed\u200be")).isEqualTo("a\\u{1b}[31mb\\u{a}c\\u{202e}d\\u{200b}e");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(Visible.of("SG161222/RealVisXL_V4.0 – ümläut 模型 🚀"))
                .isEqualTo("SG161222/RealVisXL_V4.0 – ümläut 模型 🚀");
    }

    @Test
    void cutsLongText() {
        assertThat(Visible.brief("🚀".repeat(50), 10)).isEqualTo("🚀".repeat(9) + "…");
    }
}
