package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every expectation was printed by Go's own encoding/json (1.19.8) for that text. */
final class GoSyntaxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                " {} ",
                "0",
                "-0.0e+00",
                "1E5",
                "\"\\u00e9\\\"\\/\"",
                "[[],{\"a\":{\"b\":[true,false,null]}}]\n",
                "{\"a\":1,\"a\":2}",
                "\"\u007f\u2028\uD800\""
            })
    void takesWhatGoTakes(String text) {
        assertThat(GoSyntax.findMistake(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|unexpected end of JSON input|0",
                "[|unexpected end of JSON input|1",
                "[1|unexpected end of JSON input|2",
                "{\"a\":|unexpected end of JSON input|5",
                "\"abc|unexpected end of JSON input|4",
                "1.|invalid character ' ' after decimal point in numeric literal|2",
                "-|invalid character ' ' in numeric literal|1",
                "1e|invalid character ' ' in exponent of numeric literal|2",
                "tru|invalid character ' ' in literal true (expecting 'e')|3",
                "[tRue]|invalid character 'R' in literal true (expecting 'r')|2",
                "nil|invalid character 'i' in literal null (expecting 'u')|1",
                "[1 2]|invalid character '2' after array element|3",
                "[01]|invalid character '1' after array element|2",
                "{\"a\" 1}|invalid character '1' after object key|5",
                "{\"a\":1 \"b\"}|invalid character '\"' after object key:value pair|7",
                "{a:1}|invalid character 'a' looking for beginning of object key string|1",
                "{'a':1}|invalid character '\\'' looking for beginning of object key string|1",
                "[\"\\x\"]|invalid character 'x' in string escape code|3",
                "[\"\\u12g4\"]|invalid character 'g' in \\u hexadecimal character escape|6",
                "[\"\\uFFfG\"]|invalid character 'G' in \\u hexadecimal character escape|7",
                "[-a]|invalid character 'a' in numeric literal|2",
                "[.5]|invalid character '.' looking for beginning of value|1",
                "[+1]|invalid character '+' looking for beginning of value|1",
                "[1.e]|invalid character 'e' after decimal point in numeric literal|3",
                "[1e+]|invalid character ']' in exponent of numeric literal|4",
                "[]]|invalid character ']' after top-level value|2",
                "{}x|invalid character 'x' after top-level value|2",
                "[\u00e9]|invalid character 'Ã' looking for beginning of value|1",
                "[\\]|invalid character '\\\\' looking for beginning of value|1"
            })
    void saysWhatGoSays(String text, String words, int offset) {
        assertThat(GoSyntax.findMistake(text == null ? "" : text)).hasValue(new GoSyntax.Mistake(words, offset));
    }

    @Test
    void showsCharactersThatAreNotSeen() {
        assertThat(GoSyntax.findMistake("[\"a\nb\"]").orElseThrow().goText())
                .isEqualTo("invalid character '\\n' in string literal");
        assertThat(GoSyntax.findMistake("[\u0001]").orElseThrow().goText())
                .isEqualTo("invalid character '\\x01' looking for beginning of value");
        assertThat(GoSyntax.findMistake("[\u2028]").orElseThrow().goText())
                .isEqualTo("invalid character 'â' looking for beginning of value");
    }

    @Test
    void countsTheDepthAsGoDoes() {
        assertThat(GoSyntax.findMistake("[".repeat(10_000) + "]".repeat(10_000)))
                .isEmpty();
        assertThat(GoSyntax.findMistake("[".repeat(10_001)).orElseThrow().goText())
                .isEqualTo("invalid character '[' exceeded max depth");
    }
}
