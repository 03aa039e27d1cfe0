package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgramsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void keepsWhatAProgramPrintsAndEndsWith() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertThat(Programs.ofThisMachine().run(List.of(java, "-version"), LONG))
                .hasValueSatisfying(ran -> {
                    assertThat(ran.exitCode()).isZero();
                    assertThat(ran.output()).contains("version");
                });
        assertThat(Programs.ofThisMachine().run(List.of(java, "no.such.Program"), LONG))
                .hasValueSatisfying(ran -> assertThat(ran.exitCode()).isPositive());
    }

    @Test
    void findsNoneOfAnUnknownName() {
        assertThat(Programs.ofThisMachine().run(List.of("no-such-program-here", "x"), LONG))
                .isEmpty();
    }
}
