package org.warmplan.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * report.html: the plan as one file that opens anywhere, asks nothing of the network and runs nothing. The templates are
 * compiled with the program; what they insert is escaped for the place it goes to.
 */
public final class HtmlReport {
    private static final String STYLE = "report.css";

    private HtmlReport() {}

    /** The file's text. */
    public static String write(PlanReport report) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());
        StringOutput html = new StringOutput();
        engine.render("report.jte", Map.of("page", HtmlPage.of(report), "style", style()), html);
        return html.toString();
    }

    /** Our own sheet, part of the program. */
    private static String style() {
        try (InputStream sheet = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (sheet == null) {
                throw new IllegalStateException("The program was built without " + STYLE + ".");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
