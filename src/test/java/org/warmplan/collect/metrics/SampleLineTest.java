package org.warmplan.collect.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleLineTest {
    @Test
    void takesEscapesApart() {
        assertThat(SampleLine.find("a:b_1 { x = \"v\\\"esc\\\\aped\\n}, {\" ,\ty=\"\", }  -1.5e-3\t17", 4))
                .hasValueSatisfying(sample -> {
                    assertThat(sample.name()).isEqualTo("a:b_1");
                    assertThat(sample.labels()).isEqualTo(Map.of("x", "v\"esc\\aped\n}, {", "y", ""));
                    assertThat(sample.value()).isEqualTo(-0.0015);
                    assertThat(sample.line()).isEqualTo(4);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "a 1, 1",
        "a{} 1., 1",
        "a{}.5, 0.5",
        "a{x=\"y\"}+2, 2",
        "a NaN, NaN",
        "a +Inf, Infinity",
        "a -inf, -Infinity",
        "a 0, 0",
        "a 1e3 0.5, 1000"
    })
    void readsValues(String line, double value) {
        assertThat(SampleLine.find(line, 1))
                .hasValueSatisfying(
                        sample -> assertThat(Double.valueOf(sample.value())).isEqualTo(Double.valueOf(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a ",
                "1a 1",
                "{x=\"y\"} 1",
                "a{x=\"y\"",
                "a{x=\"y\" 1",
                "a{x=\"y} 1",
                "a{x=y} 1",
                "a{x} 1",
                "a{x:y=\"z\"} 1",
                "a{x=\"1\",x=\"2\"} 1",
                "a{x=\"\\t\"} 1",
                "a{x=\"1\"y=\"2\"} 1",
                "a{,} 1",
                "a 1 2 3",
                "a 1 x",
                "a 1d",
                "a 0x1p3",
                "a 1_000",
                "a Infinity",
                "a --1",
                "a {\"a\"} 1",
                "a{x=\"\\"
            })
    void refusesWhatIsNoLine(String line) {
        assertThat(SampleLine.find(line, 1)).isEmpty();
    }
}
