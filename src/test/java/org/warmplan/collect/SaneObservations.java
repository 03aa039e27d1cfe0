package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.warmplan.domain.AskedPriceSeen;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.EthPrice;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Load;
import org.warmplan.domain.Observation;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Sessions;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.SnapshotReader;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.Traffic;

/** What must hold of a reading, whatever a source answered. */
public final class SaneObservations {
    private static final long MOST = 1_000_000_000_000L;

    private SaneObservations() {}

    /** Reads the snapshot twice; a refusal must tell the way out. */
    public static void requireSane(SnapshotReader source, Snapshot snapshot) {
        Reading reading;
        try {
            reading = source.read(snapshot);
        } catch (InputException e) {
            assertThat(e.getMessage()).contains("Maybe");
            return;
        }
        reading.observations().forEach(SaneObservations::requireSane);
        for (DataIssue issue : reading.issues()) {
            assertThat(issue.kind()).matches("[a-z][A-Za-z]+");
            assertThat(issue.message()).isNotBlank();
        }
        assertThat(source.read(snapshot)).isEqualTo(reading);
    }

    private static void requireSane(Observation observation) {
        if (observation instanceof Traffic t) {
            assertThat(t.from()).isBefore(t.to());
            assertThat(t.requested()).isBetween(0L, MOST);
            assertThat(t.served()).isBetween(0L, t.requested());
            assertThat(t.unmet()).isBetween(0L, t.requested());
            requireFinite(t.minutes());
        } else if (observation instanceof Load l) {
            assertThat(l.orchestrators()).isBetween(0L, MOST);
            assertThat(l.gpuSlots()).isBetween(0L, MOST);
            assertThat(l.activeStreams()).isBetween(0L, MOST);
            assertThat(l.jobsPerDay()).isBetween(0L, MOST);
        } else if (observation instanceof Sessions s) {
            assertThat(s.from()).isBefore(s.to());
            assertThat(s.known()).isBetween(0L, MOST);
            assertThat(s.successful()).isBetween(0L, s.known());
            assertThat(s.gpus()).isBetween(0L, MOST);
        } else if (observation instanceof AskedPriceSeen p) {
            requireFinite(p.price().weiPerUnit());
        } else if (observation instanceof Earnings e) {
            assertThat(e.from()).isBefore(e.to());
            assertThat(e.eth()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(MOST));
            assertThat(e.tickets() == null || (e.tickets() >= 0 && e.tickets() <= MOST))
                    .isTrue();
        } else if (observation instanceof StakeSeen s) {
            assertThat(s.stakeLpt()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(MOST));
        } else if (observation instanceof EthPrice p) {
            assertThat(p.usd().signum()).isEqualTo(1);
            requireFinite(p.usd().doubleValue());
        } else if (observation instanceof OwnMetric m) {
            requireFinite(m.value());
            assertThat(m.node().length() + m.detail().length()).isLessThanOrEqualTo(1_000);
        } else {
            throw new AssertionError("No such fact is told: " + observation);
        }
    }

    private static void requireFinite(double value) {
        assertThat(Double.isFinite(value) && value >= 0).isTrue();
    }
}
