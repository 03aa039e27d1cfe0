package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** report.html in a real browser: it fits a phone and a desk, and what was planted in it does not run. */
@Tag("chromium")
final class HtmlInChromiumTest {
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"";

    /** Opens all there is to open, and tells the page around how wide everything is. */
    private static final String MEASURE = """
            <script>
            document.querySelectorAll('details').forEach(d => { d.open = true; });
            const scrolls = e => e && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
            const wide = [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e.parentElement))
                .map(e => e.tagName + '.' + e.getAttribute('class'));
            parent.postMessage({width: innerWidth, scroll: document.documentElement.scrollWidth,
                wide: wide.join(' '), title: document.title}, '*');
            </script>
            """;

    /** A window cannot be as narrow as a phone, a frame can. */
    private static final String FRAME = """
            <!DOCTYPE html><title>frame</title><body><script>
            addEventListener('message', event => Object.entries(event.data).forEach(
                ([key, value]) => document.body.setAttribute('data-' + key, value)));
            </script><iframe src="measured.html" style="width: %dpx; height: 800px; border: 0"></iframe>
            """;

    @TempDir
    private Path folder;

    private Chromium chromium;

    @BeforeEach
    void findTheBrowser() {
        Optional<Path> program = Chromium.find();
        assumeTrue(program.isPresent(), "No chromium, chromium-browser or google-chrome is on the PATH.");
        chromium = new Chromium(program.orElseThrow(), folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void theExampleFits(int width) throws Exception {
        Cli.run("run", "--example", "--out", folder.resolve("out"));

        assertFits(folder.resolve("out"), width);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void hostileNamesNeitherBurstThePageNorRunInIt(int width) throws Exception {
        assertFits(HostileRun.publish(folder), width);
    }

    @Test
    void nothingIsRefusedBecauseNothingIsTried() throws Exception {
        Path report = HostileRun.publish(folder).resolve("report.html");
        Chromium.Page page = chromium.open(report);

        assertThat(Jsoup.parse(page.dom()).title()).startsWith("Warm models for ");
        assertThat(page.console()).isEmpty();
    }

    /** The policy is taken out of the copy, so that what is planted in it could run. */
    private void assertFits(Path out, int width) throws IOException, InterruptedException {
        String html = Files.readString(out.resolve("report.html"));
        assertThat(html).contains(POLICY).contains("</body>");
        Files.writeString(
                folder.resolve("measured.html"),
                html.replace(POLICY, "<meta name=\"policy\"").replace("</body>", MEASURE + "</body>"));
        Chromium.Page page = chromium.open(Files.writeString(folder.resolve("frame.html"), FRAME.formatted(width)));
        Document seen = Jsoup.parse(page.dom());

        assertThat(seen.body().attr("data-width")).isEqualTo(String.valueOf(width));
        assertThat(seen.body().attr("data-wide"))
                .as("what is wider than the page")
                .isEmpty();
        assertThat(seen.body().attr("data-scroll")).isEqualTo(String.valueOf(width));
        assertThat(List.of(seen.title(), seen.body().attr("data-title"))).noneMatch(t -> t.contains(HostileRun.OWNED));
        assertThat(seen.body().attr("data-title")).startsWith("Warm models for ");
        assertThat(page.console()).isEmpty();
    }
}
