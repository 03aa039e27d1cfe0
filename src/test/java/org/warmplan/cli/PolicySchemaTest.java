package org.warmplan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.Document;
import org.warmplan.files.JsonText;
import org.warmplan.files.SchemaAgreement;
import tools.jackson.databind.JsonNode;

/** The schema of policy.yaml beside its reader. */
final class PolicySchemaTest {
    @TempDir
    Path folder;

    @Test
    void agreesWithTheReader() throws IOException {
        String shipped = Files.readString(Path.of("solver-config", "policy.yaml"));
        Path full = Files.writeString(
                folder.resolve("full.yaml"),
                shipped.replace("caps: {}", "caps: {text-to-image: 8000000, llm/maker/model: 0.5}"));

        SchemaAgreement.check(
                "policy", Document.ofYaml(full, "The policy").root(), this::read, Pattern.compile("(?!)"));
    }

    private void read(JsonNode tree) {
        try {
            Policy.read(Files.writeString(folder.resolve("policy.yaml"), JsonText.write(tree)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
