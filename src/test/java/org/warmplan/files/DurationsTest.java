package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
    @ParameterizedTest
    @CsvSource({"30s, PT30S", "90m, PT90M", "36h, PT36H", "8d, PT192H", "0.5s, PT0.5S", "0s, PT0S"})
    void readsANumberWithAUnit(String text, Duration expected) {
        assertThat(Durations.find(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "d", "-1d", "8 d", "8D", "1h30m", "1e3s", "99999999s", "1.2345s", "٣d"})
    void readsNothingElse(String text) {
        assertThat(Durations.find(text)).isEmpty();
    }

    @Test
    void holdsTheLargestNumberOfDays() {
        assertThat(Durations.find("9999999d")).contains(Duration.ofDays(9_999_999));
    }
}
