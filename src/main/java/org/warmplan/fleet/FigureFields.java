package org.warmplan.fleet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Vram;
import org.warmplan.files.Fields;

/** Reads the figures of a catalogue file, each with its source. */
final class FigureFields {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MOST_GIB = BigDecimal.valueOf(1024);
    private static final List<String> UNITS = List.of("GB", "GiB", "s");

    private final SourceTable sources;

    FigureFields(SourceTable sources) {
        this.sources = sources;
    }

    /** The figure {@code name}: one {@code value}, or {@code low} and {@code high}. Null when absent. */
    @Nullable
    Figure findFigure(Fields fields, String name) {
        Optional<Fields> found = fields.findObject(name);
        if (found.isEmpty()) {
            return null;
        }
        Figure figure = figure(found.get());
        found.get().end();
        return figure;
    }

    List<Statement> listStatements(Fields fields) {
        return fields.objects("statements").stream().map(this::statement).toList();
    }

    List<MeasuredReading> listMeasured(Fields fields) {
        return fields.objects("measured").stream().map(this::measured).toList();
    }

    private Figure figure(Fields fields) {
        Optional<BigDecimal> value = fields.findNumber("value", BigDecimal.ZERO, MOST);
        BigDecimal low = value.orElseGet(() -> fields.number("low", BigDecimal.ZERO, MOST));
        BigDecimal high = value.orElseGet(() -> fields.number("high", low, MOST));
        return new Figure(
                low,
                high,
                sources.text(fields, "source"),
                fields.findText("note").orElse(null),
                fields.findText("runner").orElse(null));
    }

    private Statement statement(Fields fields) {
        String unit = fields.text("unit");
        if (!UNITS.contains(unit)) {
            throw fields.wrong("unit", "is \"" + unit + "\", no known unit", "one of these was meant: " + UNITS);
        }
        Statement statement = new Statement(fields.text("what"), figure(fields), unit);
        fields.end();
        return statement;
    }

    private MeasuredReading measured(Fields fields) {
        BigDecimal low = fields.number("lowGib", BigDecimal.ZERO, MOST_GIB);
        MeasuredReading reading = new MeasuredReading(
                fields.text("gpu"),
                Vram.ofGib(fields.number("gpuGib", BigDecimal.ONE, MOST_GIB)),
                low,
                fields.number("highGib", low, MOST_GIB),
                (int) fields.integer("samples", 1, 1_000_000),
                sources.text(fields, "source"));
        fields.end();
        return reading;
    }
}
