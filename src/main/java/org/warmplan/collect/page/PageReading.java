package org.warmplan.collect.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.warmplan.collect.answer.AdvertisedNetwork;
import org.warmplan.collect.answer.EachPart;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.OfferCount;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.JsonText;

/** One snapshot of pages while it is read. */
final class PageReading {
    private static final String WAY_OUT =
            "Maybe use the kind network-capabilities with the url of a gateway's /getNetworkCapabilities instead.";

    private final Snapshot snapshot;
    private final DataIssues issues = DataIssues.ofOneSnapshot();
    private final CountedOffers counted = new CountedOffers();
    private final AdvertisedNetwork network;
    private final TableReading tables;

    PageReading(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.network = new AdvertisedNetwork(snapshot.instant());
        this.tables = new TableReading(snapshot.source(), snapshot.instant(), issues, counted);
    }

    Reading read() {
        EachPart.read(snapshot, issues, this::add);
        List<OfferCount> counts = counted.list(snapshot.instant());
        countDoubtful(counts);
        List<Observation> observations = new ArrayList<>(network.offers());
        observations.addAll(tables.offers());
        observations.addAll(counts);
        return new Reading(observations, issues.list());
    }

    private void add(Snapshot.Part part) {
        String text = PartText.ofPage(part);
        String start = text.stripLeading();
        JsonListing json = new JsonListing(part.url(), network, counted);
        if (start.startsWith("{") || start.startsWith("[")) {
            json.search(Payload.of(snapshot.source(), JsonText.read(part.url(), text), issues));
            if (json.offers() + json.counts() == 0) {
                throw nothing(part, "holds no JSON that lists who offers a model or how many do");
            }
            return;
        }
        Document page = Jsoup.parse(text);
        new EmbeddedJson(snapshot.source(), issues).list(page).forEach(json::search);
        // What the same page shows in tables is made of these offers, and says less.
        if (json.offers() == 0) {
            List<TableRows> headed = tables(page, part.url());
            int rows = headed.stream().mapToInt(tables::add).sum();
            if (rows + json.counts() == 0) {
                throw nothing(part, problem(page, headed));
            }
        }
    }

    private static List<TableRows> tables(Document page, String url) {
        HtmlGrid.Room room = new HtmlGrid.Room(url);
        List<TableRows> tables = new ArrayList<>();
        String heading = "";
        int index = 0;
        for (Element element : page.select("h1, h2, h3, h4, h5, h6, table")) {
            if (element.normalName().equals("table")) {
                TableRows.find(element, "tables[" + index++ + "]", heading, room)
                        .ifPresent(tables::add);
            } else {
                heading = new Cell(element).text();
            }
        }
        return tables;
    }

    private static String problem(Document page, List<TableRows> headed) {
        if (!headed.isEmpty()) {
            return "lists nothing: its table has headings and no row that can be read";
        }
        boolean shell = !page.select("script").isEmpty()
                && page.select("#root, #app, #__next").stream().anyMatch(element -> !element.hasText());
        return shell
                ? "is an empty shell that a browser fills: it holds no table and no JSON with offers"
                : "holds no table of models with warm or cold beside them, and no JSON with offers";
    }

    private static InputException nothing(Snapshot.Part part, String problem) {
        return new InputException("%s %s. %s".formatted(part.url(), problem, WAY_OUT));
    }

    /** Pages have counted cold models, and mere prices, as warm ones (the tool site's flattenCapabilities did). */
    private void countDoubtful(List<OfferCount> counts) {
        boolean doubtful = counts.stream().allMatch(count -> count.cold() == 0)
                && counts.stream().anyMatch(count -> count.warm() > 0);
        if (doubtful) {
            issues.add(new DataIssue(
                    "warmCountDoubtful",
                    snapshot.source(),
                    "",
                    "",
                    "The page counts no model as cold; such pages have counted every listed model as warm."));
        }
    }
}
