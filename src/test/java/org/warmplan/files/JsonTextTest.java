package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;

final class JsonTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty",
                "'  '|is empty",
                "{\"a\": [1,|no sound JSON at line 1",
                "<!DOCTYPE html><html></html>|is HTML",
                "{} {}|no sound JSON",
                "{\"a\": 1e999999999}|exponent beyond 100",
                "{\"a\": 1e99782426111}|exponent beyond 100",
                "{\"a\": NaN}|no sound JSON",
                "\uFEFF[]|no sound JSON"
            })
    void saysWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> JsonText.read("page.json", text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("page.json")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> JsonText.read("deep", "[".repeat(100_000))).isInstanceOf(InputException.class);
    }

    @Test
    void keepsTheLastOfDuplicateKeysFromOutsideOnly() {
        assertThat(JsonText.read("x", "{\"a\":1,\"a\":2}").get("a").intValue()).isEqualTo(2);
        assertThatThrownBy(() -> JsonText.readStrict("x", "{\"a\":1,\"a\":2}")).isInstanceOf(InputException.class);
    }

    @Test
    void writesTheSameTreeBack() {
        assertThat(JsonText.write(JsonText.read("x", "{\"b\":[1,{}],\"a\":0.10}")))
                .isEqualTo("""
                        {
                          "b": [
                            1,
                            {}
                          ],
                          "a": 0.10
                        }
                        """);
    }

    @Test
    void refusesMoreValuesThanFitIntoTheMemory() {
        String many = "[" + "1,".repeat(4_000_000) + "1]";

        assertThatThrownBy(() -> JsonText.read("it", many))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("it is no sound JSON");
    }
}
