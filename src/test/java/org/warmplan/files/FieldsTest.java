package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;

final class FieldsTest {
    private static Fields yaml(String text) {
        return YamlText.read("fleet.yaml", text).fields();
    }

    @Test
    void namesFileLineFieldValueAndWayOut() {
        Fields rig = yaml("""
                workers:
                  - name: rig
                    slots: many
                """).objects("workers").get(0);

        assertThatThrownBy(() -> rig.integer("slots", 1, 10))
                .isInstanceOf(InputException.class)
                .hasMessage("fleet.yaml line 3: workers[0].slots is \"many\", not a whole number."
                        + " Maybe leave out quotes, units and fractions.");
    }

    @Test
    void refusesFieldsNobodyAskedFor() {
        Fields fields = yaml("name: a\nnmae: b\n");
        fields.text("name");

        assertThatThrownBy(fields::end)
                .hasMessage("fleet.yaml line 2: nmae is not a known field. Maybe one of these was meant: name.");
    }

    @Test
    void readsPlainNumbersAsText() {
        assertThat(yaml("device: 0").text("device")).isEqualTo("0");
    }

    @Test
    void keepsAnUnquotedAddressAsText() {
        assertThat(yaml("orchestrator: 0x00112233445566778899aabbccddeeff00112233")
                        .text("orchestrator"))
                .isEqualTo("0x00112233445566778899aabbccddeeff00112233");
    }

    @Test
    void treatsNullAsAbsent() {
        assertThat(yaml("modelsDir:\nx: 1").findText("modelsDir")).isEmpty();
    }

    @Test
    void keepsDecimalsExact() {
        assertThat(yaml("share: 0.1").number("share", BigDecimal.ZERO, BigDecimal.ONE))
                .isEqualByComparingTo("0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1, 2|no sound YAML",
                "a: &x 1|has an anchor",
                "a: *x|no sound YAML",
                "a: !!binary aGk=|has the tag",
                "a: 1e999999|not a usable number",
                "- 1|not a set of fields"
            })
    void refusesUnsoundYaml(String text, String problem) {
        assertThatThrownBy(() -> yaml(text)).isInstanceOf(InputException.class).hasMessageContaining(problem);
    }

    @Test
    void refusesDuplicateKeys() {
        assertThatThrownBy(() -> yaml("a: 1\na: 2")).isInstanceOf(InputException.class);
    }

    @Test
    void saysWhenAFileIsEmpty() {
        assertThatThrownBy(() -> yaml("# nothing\n")).hasMessageContaining("fleet.yaml is empty");
    }
}
