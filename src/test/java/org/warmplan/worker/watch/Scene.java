package org.warmplan.worker.watch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;

/** A worker with two cards after a restart, as its logs, docker and the network show it. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Address US = new Address("0x" + "a".repeat(40));
    static final Workload LIGHTNING = workload("text-to-image/SG161222/RealVisXL_V4.0_Lightning");
    static final Workload WHISPER = workload("audio-to-text/openai/whisper-large-v3");
    static final Workload LIVE = workload("live-video-to-video/streamdiffusion-sdxl");
    static final String LIGHTNING_0 = "text-to-image_SG161222-RealVisXL-V4.0-Lightning_8000";
    static final String LIGHTNING_1 = "text-to-image_SG161222-RealVisXL-V4.0-Lightning_8001";
    static final String WHISPER_1 = "audio-to-text_openai-whisper-large-v3_8401";
    static final String LIVE_0 = "live-video-to-video_streamdiffusion-sdxl_8900";

    /** What go-livepeer prints first: its settings, then where it runs. */
    static final String START = """
            *-------------------*-------------------------------*
            | AiModels          | /home/rig/lp/aiModels.json    |
            | EthPassword       | ***                           |
            *-------------------*-------------------------------*
            I1123 11:50:00.000000       1 starter.go:598] ***Livepeer is running on the arbitrum-one-mainnet network: 0xD8E8328501E9645d16Cf49539efC04f734606ee4***
            """;

    static final String SERVES = """
            I1123 11:53:00.000000       1 starter.go:2120] ***Livepeer Running in Orchestrator Mode***
            I1123 11:53:00.000000       1 starter.go:2132] Livepeer Node version: 0.8.8
            """;

    private final List<PlannedSlot> slots = new ArrayList<>();
    private final List<ReadLog> logs = new ArrayList<>();
    private @Nullable List<DockerContainer> containers;
    private @Nullable List<Offer> offers;

    /** The scene of two cards, 0 with the first workload, 1 with the second. */
    static Scene of(Workload first, Workload second) {
        Scene scene = new Scene();
        scene.slots.add(new PlannedSlot(0, "0", 0, false, "RTX 4090", first));
        scene.slots.add(new PlannedSlot(1, "1", 0, false, "RTX 3090", second));
        return scene;
    }

    static Scene usual() {
        return of(LIGHTNING, WHISPER);
    }

    static Workload workload(String id) {
        return Workload.find(id).orElseThrow();
    }

    /** What go-livepeer prints as it begins to load. */
    static String starting(String gpu, String name, String modelId) {
        return "2026/11/23 11:51:00 INFO Starting managed container gpu=%s name=%s modelID=%s containerImage=livepeer/ai-runner:latest\n"
                .formatted(gpu, name, modelId);
    }

    /** What go-livepeer prints once a container has answered. */
    static String ready(String name) {
        return """
                2026/11/23 11:52:00 INFO Started runner with version version=0.14.1
                2026/11/23 11:52:00 INFO Watching container container=%s
                """.formatted(name);
    }

    static String bothReady() {
        return START
                + starting("0", LIGHTNING_0, LIGHTNING.modelId())
                + ready(LIGHTNING_0)
                + starting("1", WHISPER_1, WHISPER.modelId())
                + ready(WHISPER_1)
                + SERVES;
    }

    Scene log(String source, String... lines) {
        byte[] bytes = String.join("", lines).getBytes(StandardCharsets.UTF_8);
        try {
            logs.add(ReadLog.of(source, new ByteArrayInputStream(bytes), NOW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Scene node(String... lines) {
        return log("node.log", lines);
    }

    Scene docker(DockerContainer... listed) {
        containers = List.of(listed);
        return this;
    }

    Scene network(Offer... shown) {
        offers = List.of(shown);
        return this;
    }

    static DockerContainer running(String name, String since) {
        return new DockerContainer(
                "a".repeat(64), name, "running", true, false, false, 0, 0, false, "", "", Instant.parse(since));
    }

    static Offer offer(Workload workload, Warmth warmth, @Nullable UnitPrice price) {
        return new Offer(NOW, US, "https://us.example:8935", workload, warmth, 1, 0, price, List.of(), "");
    }

    List<PlannedSlot> slots() {
        return slots;
    }

    Sightings sightings() {
        NetworkView view = offers == null ? null : NetworkView.of(US, offers);
        return new Sightings(logs, containers, view, NOW);
    }

    List<Verdict> verdicts() {
        return Judge.judge(slots, sightings());
    }

    /** The verdict on slot 0. */
    Verdict first() {
        return verdicts().get(0);
    }

    /** The verdict on slot 1. */
    Verdict second() {
        return verdicts().get(1);
    }

    List<String> remarks() {
        return Remarks.of(slots, sightings());
    }
}
