package org.warmplan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.domain.CountedIssue;
import org.warmplan.explain.Money;
import org.warmplan.files.Visible;
import org.warmplan.report.DemandList.Entry;
import org.warmplan.value.MarketPrices;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.ValuedWorkload;

/** The demand list for a terminal of {@value #COLUMNS} columns: a block for each workload. */
public final class DemandText {
    static final int COLUMNS = 100;

    private static final int LABEL = 12;
    private static final List<String> ORDINALS = List.of("first", "second", "third");

    private final DemandList list;
    private final Money money;
    private final StringBuilder text = new StringBuilder();

    private DemandText(DemandList list) {
        this.list = list;
        this.money = list.money();
    }

    /** The text, plain and without colours; what begins a block stands at the beginning of its line. */
    public static String write(DemandList list) {
        DemandText writer = new DemandText(list);
        writer.head();
        list.entries().forEach(writer::entry);
        writer.end();
        return writer.text.toString();
    }

    private void head() {
        int count = list.entries().size();
        String what = count == 0
                ? "nothing tells of any"
                : count == 1 ? "1 workload" : count + " workloads, the most valuable first";
        wrapped("", "Demand of the network a week, as of %s: %s.".formatted(Wording.minute(list.at()), what));
        list.settings().forEach(setting -> wrapped("  ", Wording.setting(setting)));
    }

    private void entry(Entry entry) {
        ValuedWorkload valued = entry.valued();
        Demand demand = Objects.requireNonNull(valued.demand());
        text.append('\n');
        wrapped("", valued.workload().id());
        labelled(
                "demand",
                "%s, from %s to %s, in units of one %s; %s"
                        .formatted(
                                Wording.count(demand.mid()),
                                Wording.count(demand.low()),
                                Wording.count(demand.high()),
                                valued.workload().pipeline().unit(),
                                entry.trend().text()));
        labelled("warm", warm(valued));
        entry.tiers().forEach(tier -> labelled("", tier(tier)));
        labelled("price", price(valued));
        labelled("share", "if warm: " + DemandTable.share(valued));
        worth(valued);
        List<Evidence> evidence = demand.evidence();
        for (int i = 0; i < evidence.size(); i++) {
            labelled(i == 0 ? "rests on" : "", evidence.get(i).text());
        }
    }

    private static String warm(ValuedWorkload valued) {
        String who = valued.warmRivals() == 1 ? "1 other orchestrator" : valued.warmRivals() + " other orchestrators";
        MarketPrices prices = valued.beside().market();
        if (prices.offers() == 0) {
            return who + "; no price of theirs is known";
        }
        if (prices.offers() == 1) {
            return "%s; 1 offer at %s wei a unit"
                    .formatted(who, prices.median().orElseThrow().text());
        }
        return "%s; %d offers from %s to %s wei a unit, median %s"
                .formatted(
                        who,
                        prices.offers(),
                        prices.quantile(0).orElseThrow().text(),
                        prices.quantile(1).orElseThrow().text(),
                        prices.median().orElseThrow().text());
    }

    private String tier(PriceTier tier) {
        String lowest = wei(tier.lowestWei());
        String highest = wei(tier.highestWei());
        return "%s the median, %s wei: %d %s, %s"
                .formatted(
                        tier.place(),
                        lowest.equals(highest) ? lowest : lowest + " to " + highest,
                        tier.orchestrators(),
                        tier.orchestrators() == 1 ? "orchestrator" : "orchestrators",
                        earns(tier));
    }

    private String earns(PriceTier tier) {
        if (tier.known() == 0) {
            return tier.orchestrators() == 1 ? "what it earns is not known" : "what they earn is not known";
        }
        String whose = tier.orchestrators() == 1 ? "which earns" : "which together earn";
        if (tier.known() < tier.orchestrators()) {
            whose = "of which %d %s known to earn".formatted(tier.known(), tier.known() == 1 ? "is" : "are");
        }
        return "%s %s to %s ETH a week"
                .formatted(
                        whose,
                        Wording.bare(money, tier.low().amount()),
                        Wording.bare(money, tier.high().amount()));
    }

    private static String wei(double perUnit) {
        return String.format(Locale.ROOT, "%.0f", perUnit);
    }

    private static String price(ValuedWorkload valued) {
        PlannedPrice price = valued.price();
        return price == null
                ? "none of yours, and none is suggested"
                : "%s wei a unit, %s".formatted(price.price().text(), price.text());
    }

    private void worth(ValuedWorkload valued) {
        List<Long> marginal = valued.curve().marginal();
        if (marginal.isEmpty()) {
            labelled("worth", valued.price() == null ? "not known without a price" : "nothing by estimate");
        }
        for (int i = 0; i < Math.min(DemandJson.REPLICAS, marginal.size()); i++) {
            String range = i == 0
                    ? ", from %s to %s"
                            .formatted(
                                    money.both(valued.curve().low().amount()),
                                    money.both(valued.curve().high().amount()))
                    : "";
            labelled(
                    i == 0 ? "worth" : "",
                    "%s replica %s a week%s".formatted(ORDINALS.get(i), money.both(marginal.get(i)), range));
        }
    }

    private void end() {
        text.append('\n');
        list.calibration()
                .factors()
                .forEach((pipeline, factor) -> wrapped("", CheckedForecast.calibration(pipeline.slug(), factor)));
        list.notes().forEach(note -> wrapped("", note));
        list.leftOut().forEach(traffic -> wrapped("", traffic));
        int odd = list.issues().stream().mapToInt(CountedIssue::count).sum();
        wrapped(
                "",
                odd == 0
                        ? "Nothing odd in the data."
                        : "Odd in the data: %d; --format json lists them.".formatted(odd));
    }

    private void labelled(String label, String sentence) {
        String first = "  " + label + " ".repeat(LABEL - label.length());
        wrapped(first, sentence, " ".repeat(first.length()));
    }

    private void wrapped(String indent, String sentence) {
        wrapped(indent, sentence, indent);
    }

    /** Breaks between words where a line would grow too long; a longer word has a line to itself. */
    private void wrapped(String first, String sentence, String others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : Visible.of(sentence).split(" ")) {
            if (begun && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder(others);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        lines.add(line.toString());
        lines.forEach(done -> text.append(done.stripTrailing()).append('\n'));
    }
}
