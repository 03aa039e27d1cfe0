package org.warmplan.worker.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with weights as Hugging Face's own downloader leaves it: blobs named by their hash, and links to them. */
record TestingModels(Path root) {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** A whole repository; every file has as many bytes as its name has letters. */
    TestingModels repository(String id, String... files) {
        for (String file : files) {
            String blob = Integer.toHexString(file.hashCode());
            write(cache(id) + "/blobs/" + blob, file);
            link(cache(id) + "/snapshots/" + COMMIT + "/" + file, up(file) + "../../blobs/" + blob);
        }
        return write(cache(id) + "/refs/main", COMMIT);
    }

    /** What every diffusion pipeline loads beside its model. */
    TestingModels safetyChecker() {
        repository("CompVis/stable-diffusion-safety-checker", "pytorch_model.bin");
        return repository("openai/clip-vit-base-patch32", "preprocessor_config.json");
    }

    TestingModels write(String path, String text) {
        return doing(() -> {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        });
    }

    TestingModels link(String path, String target) {
        return doing(() -> {
            Path link = root.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(target));
        });
    }

    TestingModels delete(String path) {
        return doing(() -> Files.delete(root.resolve(path)));
    }

    static String cache(String id) {
        return "models--" + id.replace("/", "--");
    }

    static String blobOf(String id, String file) {
        return cache(id) + "/blobs/" + Integer.toHexString(file.hashCode());
    }

    static String snapshotOf(String id) {
        return cache(id) + "/snapshots/" + COMMIT;
    }

    private static String up(String file) {
        return "../".repeat((int) file.chars().filter(c -> c == '/').count());
    }

    private TestingModels doing(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private interface Work {
        void run() throws IOException;
    }
}
