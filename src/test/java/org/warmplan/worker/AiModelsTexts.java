package org.warmplan.worker;

import java.util.List;

/** Short ways to write entries of an aiModels.json; an apostrophe stands for a quote. */
public final class AiModelsTexts {
    private AiModelsTexts() {}

    /** A file of entries given by their members. */
    public static AiModelsFile file(String... entries) {
        return AiModelsFile.read(
                "aiModels.json", "[{" + String.join("},{", entries).replace('\'', '"') + "}]");
    }

    public static Startup start(WorkerSetup setup, String... entries) {
        return Startup.of(file(entries), setup);
    }

    /** Members of a priced text-to-image entry. */
    public static String image(String modelId, String more) {
        return "'pipeline':'text-to-image','model_id':'acme/%s','price_per_unit':7,'pixels_per_unit':1%s"
                .formatted(modelId, more);
    }

    /** Members of a priced live entry. */
    public static String live(String more) {
        return "'pipeline':'live-video-to-video','model_id':'noop','price_per_unit':7,'pixels_per_unit':1" + more;
    }

    /** The members of each entry on one line, to compare with what was written. */
    static List<String> lines(AiModelsFile file) {
        return file.entries().stream()
                .map(entry -> entry.raw().writeLine().replace('"', '\''))
                .map(line -> line.substring(1, line.length() - 1))
                .toList();
    }
}
