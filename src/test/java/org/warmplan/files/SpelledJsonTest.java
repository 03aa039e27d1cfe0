package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;

final class SpelledJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "1.90",
                "1.9e-8",
                "-0",
                "1E400",
                "4768371.0",
                "99999999999999999999999",
                "{\"b\":1,\"a\":2,\"b\":3,\"B\":null}",
                "[true,false,[],{},\"\",\"a\\\"b\\\\\\n\",\"ü€😀\"]"
            })
    void comesBackAsItWasSpelled(String text) {
        assertThat(SpelledJson.read("x", text).writeLine()).isEqualTo(text);
    }

    @Test
    void writesWithTwoSpacesAndOneLineEnd() {
        assertThat(SpelledJson.read("x", "[{\"a\":1.0,\"b\":[]}]").write()).isEqualTo("""
                [
                  {
                    "a": 1.0,
                    "b": []
                  }
                ]
                """);
    }

    @Test
    void replacesHalfOfASurrogatePairAsGoDoes() {
        assertThat(SpelledJson.read("x", "\"a\\ud83db\"")).isEqualTo(new SpelledJson.Text("a\uFFFDb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty",
                "'\n'|is empty",
                "[1,]|no sound JSON at line 1, column 4",
                "{\"a\":1,}|no sound JSON",
                "[1] // why|no sound JSON",
                "[1] [2]|goes on after its end at line 1, column 5",
                "[1]]|no sound JSON",
                "[1|no sound JSON",
                "[01]|no sound JSON",
                "[NaN]|no sound JSON",
                "[.5]|no sound JSON",
                "['a']|no sound JSON",
                "\uFEFF[]|byte order mark",
                "<html>|is HTML"
            })
    void saysWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> SpelledJson.read("page.json", text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("page.json")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("\n");
    }

    @Test
    void keepsToTheLimitsOfOtherJson() {
        assertThatThrownBy(() -> SpelledJson.read("deep", "[".repeat(100)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nests deeper than 64");
        assertThatThrownBy(() -> SpelledJson.read("long", "1".repeat(100)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more than 64 characters");
    }

    @Test
    void neverRepeatsAWordThatMayBeASecret() {
        assertThatThrownBy(() -> SpelledJson.read("x", "[{\"token\": hunter2}]"))
                .isInstanceOf(InputException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageContaining("not true, false or null");
    }
}
