package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.warmplan.collect.SourceKinds;
import org.warmplan.domain.Snapshot;
import org.warmplan.replay.market.SmallMarket;

final class ShowingTest {
    @Test
    void showsTheSameTwice() {
        assertThat(Shown.whole(6).snapshots()).isEqualTo(Shown.whole(6).snapshots());
    }

    @Test
    void showsAllKindsThatCanBeRead() {
        assertThat(Shown.whole(24).snapshots().stream().map(Snapshot::kind).collect(Collectors.toSet()))
                .hasSize(6)
                .isSubsetOf(SourceKinds.listKinds());
    }

    @Test
    void showsOldestFirstAndNothingAfterTheWeek() {
        List<Snapshot> snapshots = Shown.whole(6).snapshots();

        assertThat(snapshots).isSortedAccordingTo(Comparator.comparing(Snapshot::instant));
        assertThat(snapshots.get(snapshots.size() - 1).instant())
                .isEqualTo(Showing.START.plus(Duration.ofHours(2 * 168 - 1)));
    }

    @Test
    void letsASourceFailForADayAndAskLongerAfterwards() {
        Shown shown = new Shown(new Rhythm(6, 0.3));
        long whole = Shown.whole(6).snapshots().size();

        assertThat(shown.snapshots()).hasSizeBetween((int) (0.4 * whole), (int) (0.95 * whole));
        assertThat(shown.snapshots())
                .filteredOn(snapshot -> snapshot.kind().equals("naap"))
                .flatExtracting(Snapshot::parts)
                .extracting(Snapshot.Part::url)
                .anyMatch(url -> url.contains("start=2026-01-08T17:00:00Z&end=2026-01-11T00:00:00Z"), "two days later");
    }

    @Test
    void wantsWeeksInTurn() {
        SmallMarket market = new SmallMarket();
        List<SmallMarket.Week> weeks = market.weeks(3);
        Showing showing = new Showing(market.cast(), 1, Showing.START, Rhythm.every(24));
        showing.week(weeks.get(0).standing(), weeks.get(0).log());

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> showing.week(weeks.get(2).standing(), weeks.get(2).log()))
                .withMessage("Week 2 does not follow week 0.");
    }

    @Test
    void beginsAtMidnight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Showing(new SmallMarket().cast(), 1, Showing.START.plusSeconds(60), Rhythm.every(24)));
    }
}
