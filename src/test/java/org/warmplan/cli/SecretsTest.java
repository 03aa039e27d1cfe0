package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A current file full of secrets: they come back in the published file of their owner, and nowhere else. */
final class SecretsTest {
    private static final String SECRET = "s3cret";
    private static final String FULL = """
            [
              {"pipeline": "text-to-image", "model_id": "SG161222/RealVisXL_V4.0_Lightning", "warm": true,
               "price_per_unit": 4768371, "TOKEN": "s3cret-1", "token": "s3cret-2", "to\u212Aen": "s3cret-3",
               "Optimization_Flags": {"HF_TOKEN": "hf_s3cret", "PASSWORD": "s3cret", "SFAST": true}},
              {"pipeline": "text-to-image", "model_id": "ByteDance/SDXL-Lightning", "warm": false,
               "price_per_unit": 4768371, "tokn": "s3cret", "note": ["s3cret", {"keys": {"a": "s3cret"}}],
               "optimization_flags": {"HF_TOKEN": "hf_s3cret"}},
              {"pipeline": "llm", "model_id": "acme/one", "warm": true, "price_per_unit": 5,
               "url": "https://me:s3cret@gw.example:8000/v1?key=s3cret&s3cret#s3cret", "token": "s3cret-4",
               "optimization_flags": {"HF_TOKEN": "hf_s3cret"}},
              {"pipeline": "llm", "model_id": "acme/two", "warm": false, "price_per_unit": 5,
               "URL": "http://me:s3cret@gw.example:8000", "token": "s3cret-5"}
            ]
            """;

    @TempDir
    private Path folder;

    private Cli.Result run(String format, String aiModels) throws IOException {
        Files.writeString(folder.resolve("aiModels.json"), aiModels);
        Path fleet = Files.writeString(
                folder.resolve("fleet.yaml"),
                "version: 1\nworkers: [{name: rig1, aiModels: aiModels.json, gpus: [{name: RTX 4090}]}]\n");
        return Cli.run("run", "--example", "--fleet", fleet, "--out", folder.resolve("out"), "--format", format);
    }

    private List<Path> published() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void stayInTheOwnersFile(String format) throws IOException {
        Cli.Result result = run(format, FULL);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out() + result.err()).doesNotContain(SECRET);
        assertThat(published())
                .extracting(file -> file.getFileName().toString())
                .contains("aiModels.json", "diff.json", "plan.json", "problem.json", "report.md");
        for (Path file : published()) {
            if (file.endsWith("aiModels.json")) {
                assertThat(file).content().contains("s3cret-1", "s3cret-4", "s3cret-5", "hf_s3cret");
            } else {
                assertThat(file).content().doesNotContain(SECRET);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"token\": [\"s3cret\"]",
                "\"token\": \"s3cret\", \"optimization_flags\": \"HF_TOKEN=s3cret\"",
                "\"token\": \"s3cret\", \"optimization_flags\": {\"HF_TOKEN\": [\"s3cret\"]}",
                "\"token\": \"s3cret\", \"url\": [\"http://me:s3cret@host\"]",
                "\"token\": \"s3cret\", \"price_per_unit\": -1",
                "\"token\": \"s3cret"
            })
    void stayOutOfMessages(String members) throws IOException {
        Cli.Result result = run("text", "[{\"pipeline\": \"llm\", \"model_id\": \"acme/one\", " + members + "}]");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.out() + result.err()).doesNotContain(SECRET);
    }
}
