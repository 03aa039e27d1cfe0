package org.warmplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.warmplan.example.ExampleNetwork;

/** data/example/network is what its generator gives. Run with -Dwarmplan.update to write it, then read the change. */
final class ExampleNetworkTest {
    private static final Path KEPT = Path.of("data", "example", "network");
    private static final long MOST_BYTES = 2_000_000;

    @Test
    void keepsWhatTheGeneratorGives() throws IOException {
        SortedMap<String, String> generated = ExampleNetwork.files();
        if (System.getProperty("warmplan.update") != null) {
            write(generated);
        }
        SortedMap<String, String> kept = kept();

        assertThat(kept.keySet()).isEqualTo(generated.keySet());
        generated.forEach((name, text) -> assertThat(kept.get(name)).as(name).isEqualTo(text));
    }

    @Test
    void isSmallEnoughToBeKept() throws IOException {
        assertThat(kept().values().stream().mapToLong(String::length).sum()).isLessThan(MOST_BYTES);
    }

    private static void write(SortedMap<String, String> files) throws IOException {
        for (String name : kept().keySet()) {
            Files.delete(KEPT.resolve(name));
        }
        for (var file : files.entrySet()) {
            Files.writeString(KEPT.resolve(file.getKey()), file.getValue());
        }
    }

    private static SortedMap<String, String> kept() throws IOException {
        SortedMap<String, String> kept = new TreeMap<>();
        try (Stream<Path> paths = Files.list(KEPT)) {
            for (Path path : paths.toList()) {
                if (!path.endsWith("NOTES.txt")) {
                    kept.put(String.valueOf(path.getFileName()), Files.readString(path));
                }
            }
        }
        return kept;
    }
}
