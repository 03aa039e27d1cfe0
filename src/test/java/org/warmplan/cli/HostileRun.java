package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.warmplan.files.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run on a network and a fleet whose names try to be markup, to run, to hide or to burst the page. */
final class HostileRun {
    static final String OWNED = "owned-by-a-model-id";

    static final String LONG = "L".repeat(460);

    /** Model ids that are taken as such. */
    static final List<String> MODELS = List.of(
            "<script>document.title='" + OWNED + "'</script>",
            "\"><img src=x onerror=\"document.title='" + OWNED + "'\">",
            "' onload='document.title=\"" + OWNED + "\"' x='",
            "</title></style></svg><svg onload=document.title='" + OWNED + "'>",
            "](javascript:document.title='" + OWNED + "') ${7*7} $unsafe{x} @endif",
            "evil\u202Egnp.exe\u2066 \u05D0\u05D1\u05D2 &lt;b&gt;",
            LONG);

    static final String GPU = "<b onclick=\"document.title='" + OWNED + "'\">Card\u202E</b>";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HostileRun() {}

    /** Runs it, and returns the folder it published to. */
    static Path publish(Path folder) {
        Path out = folder.resolve("out");
        write(folder.resolve("network.json"), network());
        write(folder.resolve("aiModels.json"), current());
        write(folder.resolve("fleet.yaml"), fleet());
        Cli.Result result = Cli.run(
                "run",
                "--fleet",
                folder.resolve("fleet.yaml"),
                "--sources",
                folder.resolve("network.json"),
                "--data",
                folder.resolve("data"),
                "--out",
                out);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return out;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String network() {
        ObjectNode root = NODES.objectNode();
        ObjectNode node = root.putArray("orchestrators").addObject();
        node.put("address", "0x" + "1".repeat(40));
        node.put("orch_uri", "https://orch.example/<script>document.title='" + OWNED + "'</script>");
        ObjectNode models = node.putObject("capabilities")
                .putObject("constraints")
                .putObject("PerCapability")
                .putObject("27")
                .putObject("models");
        MODELS.forEach(model -> models.putObject(model).put("warm", true).put("capacity", 1));
        models.putObject("a\nb\u0007<script>document.title='" + OWNED + "'</script>")
                .put("warm", true);
        ArrayNode prices = node.putArray("capabilities_prices");
        MODELS.forEach(model -> prices.addObject()
                .put("pricePerUnit", 4_768_371)
                .put("pixelsPerUnit", 1)
                .put("capability", 27)
                .put("constraint", model));
        node.putArray("hardware");
        return JsonText.write(root);
    }

    /** JSON is YAML too. */
    private static String fleet() {
        ObjectNode root = NODES.objectNode();
        root.put("version", 1);
        ObjectNode worker = root.putArray("workers").addObject().put("name", "rig1");
        worker.put("aiModels", "aiModels.json");
        ArrayNode gpus = worker.putArray("gpus");
        for (int i = 0; i < 5; i++) {
            gpus.addObject().put("name", GPU).put("vramMib", 24_000).put("reservedMib", i * 500);
        }
        ArrayNode overrides = root.putArray("overrides");
        ArrayNode prices = root.putArray("prices");
        for (String model : MODELS) {
            overrides.addObject().put("workload", "text-to-image/" + model).put("vramMib", 8_000);
            prices.addObject().put("workload", "text-to-image/" + model).put("pricePerUnit", 4_768_371);
        }
        return JsonText.write(root);
    }

    private static String current() {
        ArrayNode entries = NODES.arrayNode();
        entries.addObject()
                .put("pipeline", "text-to-image")
                .put("model_id", MODELS.get(1))
                .put("warm", true)
                .put("price_per_unit", 1);
        return JsonText.write(entries);
    }
}
