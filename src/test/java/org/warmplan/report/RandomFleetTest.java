package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random fleets with random current files and random plans: every file that is published starts in the model of
 * go-livepeer, every warm entry lands where the plan says, and the plan can be read back out of the files.
 */
final class RandomFleetTest {
    private static final long SEED = 20_261_125;
    private static final int SOME = 2_000;
    private static final int ALL = 1_000_000;
    private static final int PARTS = 20;
    private static final int SECOND_LOOK = 10;

    @Test
    void publishesWhatStartsAndLandsAsPlanned() {
        publish(SOME, SEED, 1);
    }

    /** By {@code mvn test -Dtest=RandomFleetTest -Dtests.excluded=none} only: it takes many minutes. */
    @Test
    @Tag("long")
    void publishesAMillionPlansThatStartAndLandAsPlanned() {
        IntStream.range(0, PARTS).parallel().forEach(part -> publish(ALL / PARTS, SEED + 1 + part, SECOND_LOOK));
    }

    /** Every {@code again}th plan is carried out and published once more, which must change nothing. */
    private static void publish(int plans, long seed, int again) {
        Random random = new Random(seed);
        long containers = 0;
        for (int i = 0; i < plans; i++) {
            RandomFleet fleet = new RandomFleet(random);
            FileSet files = fleet.publish(fleet.current());
            fleet.requirePlanned(files);
            if (i % again == 0) {
                fleet.requireUnchanged(files, fleet.publish(fleet.inUse(files)));
            }
            containers += fleet.containers();
        }
        assertThat(containers).isGreaterThan(plans);
    }
}
