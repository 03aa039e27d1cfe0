package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HtmlTableTest {
    @Test
    void setsColumnsOfNumbersLikeNumbers() {
        Columns columns = new Columns("workload", "mid", "price", "share");
        columns.add("a/b", "31.5 T", "1700", "12 %");
        columns.add("c/d", "–", "500 (suggested)", "100.0 %");

        assertThat(HtmlTable.of("Demand", columns).heads())
                .containsExactly(
                        new HtmlTable.Head("workload", false),
                        new HtmlTable.Head("mid", true),
                        new HtmlTable.Head("price", false),
                        new HtmlTable.Head("share", true));
    }

    @Test
    void tellsEveryCellItsHead() {
        Columns columns = new Columns("kind", "times");
        columns.add("odd\u202E", "2");
        HtmlTable.Row row = HtmlTable.of("Issues", columns).rows().get(0);

        assertThat(row.first().text()).isEqualTo("odd\\u{202e}");
        assertThat(row.others()).containsExactly(new HtmlTable.Cell(new HtmlTable.Head("times", true), "2"));
    }
}
