package org.warmplan.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a log or docker holds, a verdict comes out, and nothing else. */
final class AnyInputTest {
    private static final String[] WORDS = {
        "E1123 11:50:01.000000 1 starter.go:1477] ",
        "2026/11/23 11:51:00 INFO ",
        "timestamp=2026-11-23 11:51:30 level=INFO location=a:1:f gateway_request_id= manifest_id= stream_id= message=",
        "2026-99-99T11:52:00.123456789Z ",
        "I9999 99:99:99.000000 1 a.go:1] ",
        "Starting managed container ",
        " gpu=0",
        " name=" + Scene.LIGHTNING_0,
        " modelID=\"a \\\" b\"",
        " container=" + Scene.LIGHTNING_0,
        "Watching container",
        "Removing managed container",
        "Container was kept warm, restarting",
        "Error restarting warm container",
        " error=\"insufficient capacity\"",
        "Error AI worker warming text-to-image container: ",
        "panic: ",
        "'pricePerUnit' must be set for model 'x' in pipeline 'llm'",
        "***Livepeer is running on the x",
        "Graceful shutdown complete",
        "Runner version: ",
        "Pipeline state changed. old_state=A new_state=ERROR ",
        "torch.cuda.OutOfMemoryError: CUDA out of memory",
        "Fetching 15 files:  27%|",
        "[{\"Id\":\"aaaaaaaaaaaa\",\"Name\":\"/" + Scene.LIGHTNING_0 + "\",\"State\":",
        "{\"ID\":\"aaaaaaaaaaaa\"}",
        "{\"Running\":true,\"StartedAt\":\"2026-11-23T11:51:00Z\",\"ExitCode\":\"x\"}",
        "\"RestartCount\":99999999999999999999,",
        "}]",
        "[",
        "]",
        "{",
        "}",
        "\u001B[31m",
        "\uD800",
        "\n",
        "\n",
        "\r"
    };

    private static byte[] bytes(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(120); i > 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = bytes.length == 0 ? 0 : random.nextInt(8); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aVerdictComesOut(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 250; round++) {
            String log = new String(bytes(random), StandardCharsets.ISO_8859_1);
            String docker = new String(bytes(random), StandardCharsets.UTF_8);
            assertThatCode(() -> {
                        DockerListing.ids(docker);
                        List<DockerContainer> listed = new ArrayList<>(DockerListing.containers(docker));
                        Scene scene = Scene.usual()
                                .log("any", log)
                                .log("docker:" + Scene.LIGHTNING_0, log)
                                .docker(listed.toArray(DockerContainer[]::new));
                        assertThat(scene.verdicts()).hasSize(2);
                        scene.remarks();
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void dockersAnswerMayBeAnyJson() {
        for (String value : List.of("1", "\"x\"", "null", "true", "[]", "{}", "[1,[2]]", "1e99", "-5")) {
            for (String field : List.of("Name", "State", "RestartCount", "Config")) {
                String json =
                        "[{\"Id\":\"%s\",\"Name\":\"/a_b_8000\",\"%s\":%s}]".formatted("a".repeat(64), field, value);
                assertThatCode(() -> DockerListing.containers(json)).as(json).doesNotThrowAnyException();
            }
            for (String field :
                    List.of("Status", "Running", "Restarting", "OOMKilled", "ExitCode", "StartedAt", "Health")) {
                String json = "[{\"Id\":\"%s\",\"Name\":\"/a_b_8000\",\"State\":{\"%s\":%s}}]"
                        .formatted("a".repeat(64), field, value);
                assertThat(DockerListing.containers(json)).as(json).hasSize(1);
            }
        }
    }

    @Test
    void aHugeLogIsReadAsAStream() throws IOException {
        // 300 MB without an end of a line, then lines: held at once, neither would fit beside the other tests.
        byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        byte[] last = ("\n" + Scene.bothReady()).getBytes(StandardCharsets.UTF_8);
        InputStream stream = new java.io.SequenceInputStream(
                new InputStream() {
                    private long left = 300L << 20;

                    @Override
                    public int read() {
                        return left-- > 0 ? 'x' : -1;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        int count = (int) Math.min(left, Math.min(length, block.length));
                        System.arraycopy(block, 0, target, offset, count);
                        left -= count;
                        return count == 0 ? -1 : count;
                    }
                },
                new ByteArrayInputStream(last));

        ReadLog log = ReadLog.of("huge", stream, Scene.NOW);

        assertThat(log.node().containers()).hasSize(2);
        assertThat(log.lines()).isLessThan(30);
    }

    @Test
    void aLineIsCutAtItsLimit() throws IOException {
        BoundedLines lines = new BoundedLines(new ByteArrayInputStream(
                ("a".repeat(BoundedLines.MAX_BYTES + 5) + "\nb\r\nc").getBytes(StandardCharsets.UTF_8)));

        assertThat(lines.findNext()).hasValueSatisfying(line -> assertThat(line).hasSize(BoundedLines.MAX_BYTES));
        assertThat(lines.findNext()).hasValue("b");
        assertThat(lines.findNext()).hasValue("");
        assertThat(lines.number()).isEqualTo(2);
        assertThat(lines.findNext()).hasValue("c");
        assertThat(lines.number()).isEqualTo(3);
        assertThat(lines.findNext()).isEmpty();
    }
}
