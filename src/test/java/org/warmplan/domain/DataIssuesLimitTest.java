package org.warmplan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

final class DataIssuesLimitTest {
    private static final DataIssue ODD = new DataIssue("odd", "gateway", "a[1]", "x", "Odd.");

    @Test
    void keepsSoManyOfOneSnapshotAndSaysThatThereAreMore() {
        DataIssues issues = DataIssues.ofOneSnapshot();
        issues.addAll(Collections.nCopies(10_000, ODD));
        assertThat(issues.list()).hasSize(10_000).containsOnly(ODD);

        issues.addAll(Collections.nCopies(5, ODD));

        assertThat(issues.list()).hasSize(10_001);
        assertThat(issues.list().get(10_000).kind()).isEqualTo("issuesTooMany");
    }

    @Test
    void takesAnyNumberOtherwise() {
        DataIssues issues = new DataIssues();
        issues.addAll(Collections.nCopies(20_000, ODD));

        assertThat(issues.list()).hasSize(20_000);
    }
}
