package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.warmplan.domain.InputException;
import org.warmplan.files.Mutations.Mutation;
import tools.jackson.databind.JsonNode;

/** Holds a strict reader against the schema of what it reads. */
public final class SchemaAgreement {
    /** What our readers say of a mistake of form: of types, ranges, listed words, missing and unknown fields. */
    private static final Pattern FORM = Pattern.compile(
            "is missing\\. |is not a known field|, not text|, not a whole (number|amount)|, not a number|, not from "
                    + "|, not true or false|, not a list|, not a set of fields|lists no |, no plain name|not one digit"
                    + "|not above 0|not combined or remote|not wei, eth or usd|not warm, cold or never"
                    + "|not a known pipeline|no http or https URL|has no figure beside it|no pipeline and no workload"
                    + "|one without the other|a workload or null");

    private static final String BY_SCHEMA = "is against the schema";

    private final Schema schema;
    private final Consumer<JsonNode> reader;
    private int refused;

    private SchemaAgreement(Schema schema, Consumer<JsonNode> reader) {
        this.schema = schema;
        this.reader = reader;
    }

    /**
     * Reads a sound document and all its mutations: whatever the reader takes the schema takes, and what the reader
     * refuses for its form the schema refuses.
     *
     * @param reader throws an InputException for what it does not take; it may ask the schema last
     * @param stricter what only the schema refuses, for being too loose a way to write it
     */
    public static void check(String name, JsonNode sound, Consumer<JsonNode> reader, Pattern stricter) {
        SchemaAgreement agreement = new SchemaAgreement(Schema.named(name), reader);
        reader.accept(sound);
        assertThat(Mutations.of(sound)).hasSizeGreaterThan(300);
        Mutations.of(sound).forEach(mutation -> agreement.check(mutation, stricter));
        assertThat(agreement.refused).isGreaterThan(200);
    }

    private void check(Mutation mutation, Pattern stricter) {
        boolean sound = schema.mistakes(mutation.document()).isEmpty();
        try {
            reader.accept(mutation.document());
            assertThat(sound).as("%s: the reader took it", mutation).isTrue();
        } catch (InputException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains(BY_SCHEMA)) {
                assertThat(message)
                        .as("%s: refused by the schema alone", mutation)
                        .containsPattern(stricter);
            } else if (FORM.matcher(message).find()) {
                refused++;
                assertThat(sound)
                        .as("%s: the reader says %s", mutation, message)
                        .isFalse();
            }
        }
    }
}
