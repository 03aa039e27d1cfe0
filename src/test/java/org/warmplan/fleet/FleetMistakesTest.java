package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;

/** Every mistake in a fleet file and what is said about it, word for word. */
final class FleetMistakesTest {
    private static final String PIPELINES = "the pipelines are text-to-image, image-to-image, image-to-video, upscale,"
            + " audio-to-text, segment-anything-2, llm, image-to-text, live-video-to-video, text-to-speech";
    private static final String ASK_NVML =
            "Maybe add the MiB that nvidia-smi --query-gpu=memory.total --format=csv prints.";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | fleet.yaml is empty. Maybe writing it was cut short.
            # only a remark | fleet.yaml is empty. Maybe writing it was cut short.
            workers: [ | fleet.yaml line 1: no sound YAML: expected the node content, but found '<stream end>'. Maybe the indentation is off or a quote is missing.
            [1, 2] | fleet.yaml line 1: the document is a list, not a set of fields. Maybe its indentation is off.
            {workers: []} | fleet.yaml: version is missing. Maybe add version: 1 as the first line.
            {version: 2} | fleet.yaml line 1: version is 2, not 1. Maybe it was written for another Warmplan, or is another kind of file.
            {version: 1, wrkers: []} | fleet.yaml: workers lists no worker. Maybe add one with a name and its gpus.
            {version: 1, workers: []} | fleet.yaml line 1: workers lists no worker. Maybe add one with a name and its gpus.
            {RIG, wrkers: []} | fleet.yaml line 1: wrkers is not a known field. Maybe one of these was meant: metrics, orchestrator, orchestratorAiModels, overrides, pins, prices, version, workers.
            {RIG, orchestrator: 0x12} | fleet.yaml line 1: orchestrator is "0x12", not 0x and 40 hexadecimal digits. Maybe copy the address from the explorer.
            {RIG, metrics: "localhost:7935"} | fleet.yaml line 1: metrics is "localhost:7935", no http or https URL. Maybe write it like http://127.0.0.1:7935/metrics.
            {RIG, metrics: "http://a b"} | fleet.yaml line 1: metrics is "http://a b", no http or https URL. Maybe write it like http://127.0.0.1:7935/metrics.
            {RIG, orchestratorAiModels: "a\\0b"} | fleet.yaml line 1: orchestratorAiModels is no path: Nul character not allowed. Maybe a quote or a backslash went wrong.
            """)
    void ofTheWhole(String yaml, String message) throws IOException {
        assertMistake(yaml, message);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {gpus: [{name: T4}]} | .name is missing. Maybe add it under workers[0].
            {name: my rig, gpus: [{name: T4}]} | .name is "my rig", no plain name. Maybe use letters, digits, dots, dashes and underscores, a letter or digit first, at most 64.
            {name: ../rig, gpus: [{name: T4}]} | .name is "../rig", no plain name. Maybe use letters, digits, dots, dashes and underscores, a letter or digit first, at most 64.
            {name: Orchestrator, gpus: [{name: T4}]} | .name is "Orchestrator", which the plan's folder needs for its own. Maybe call it after the machine.
            {name: plan.json, gpus: [{name: T4}]} | .name is "plan.json", which the plan's folder needs for its own. Maybe call it after the machine.
            {name: rig, role: orchestrator, gpus: [{name: T4}]} | .role is "orchestrator", not combined or remote. Maybe leave it out, which means combined.
            {name: rig, role: both, gpus: [{name: T4}]} | .role is "both", not combined or remote. Maybe leave it out, which means combined.
            {name: rig, containersPerGpu: 0, gpus: [{name: T4}]} | .containersPerGpu is 0, not from 1 to 10. Maybe a unit was mixed up.
            {name: rig, containersPerGpu: 11, gpus: [{name: T4}]} | .containersPerGpu is 11, not from 1 to 10. Maybe a unit was mixed up.
            {name: rig, otherWeeklyGwei: -1, gpus: [{name: T4}]} | .otherWeeklyGwei is -1, not from 0 to 1000000000000. Maybe a unit was mixed up.
            {name: rig, aiModels: "a\\0b", gpus: [{name: T4}]} | .aiModels is no path: Nul character not allowed. Maybe a quote or a backslash went wrong.
            {name: rig, reorderDevices: 1, gpus: [{name: T4}]} | .reorderDevices is 1, not true or false. Maybe leave out the quotes.
            {name: rig, gpu: 1, gpus: [{name: T4}]} | .gpu is not a known field. Maybe one of these was meant: aiModels, containersPerGpu, gpus, modelsDir, name, otherWeeklyGwei, reorderDevices, role.
            {name: rig, gpus: []} | .gpus lists no GPU. Maybe add them in the order given to -nvidia.
            {name: rig, gpus: [{name: T4}, {name: T4}, {name: T4}, {name: T4}, {name: T4}, {name: T4}, {name: T4}, {name: T4}, {name: T4}, {name: T4}, {name: T4}]} | .gpus lists 11 GPUs, and go-livepeer has ports for 10. Maybe leave out the others.
            {name: rig, gpus: [{name: T4, device: 1}, {name: T4, device: 1}]} | .gpus[1].device is "1", which workers[0].gpus[0] has too. Maybe number all devices of the worker as nvidia-smi does.
            {name: rig, gpus: [{name: T4, device: 10}]} | .gpus[0].device is "10", not one digit, and go-livepeer makes the port of a container from it. Maybe give the index nvidia-smi shows, and leave out cards beyond 9.
            {name: rig, gpus: [{name: T4, device: GPU-1a2b}]} | .gpus[0].device is "GPU-1a2b", not one digit, and go-livepeer makes the port of a container from it. Maybe give the index nvidia-smi shows, and leave out cards beyond 9.
            {name: rig, gpus: [{name: RTX 4O90}]} | .gpus[0].name is "RTX 4O90", no card the catalogue knows. Maybe one of these was meant: NVIDIA GeForce RTX 4090, NVIDIA GeForce RTX 3090, NVIDIA GeForce RTX 4070; otherwise write the name as nvidia-smi prints it, or add vramMib.
            {name: rig, gpus: [{name: MI300X}]} | .gpus[0].name is "MI300X", no card the catalogue knows. Maybe write the name as nvidia-smi prints it, or add vramMib.
            {name: rig, gpus: [{name: A10G}]} | .gpus[0].vramMib is missing, and nothing public states the memory of the NVIDIA A10G. ASK_NVML
            {name: rig, gpus: [{name: RTX 3060}]} | .gpus[0].vramMib is missing, and the NVIDIA GeForce RTX 3060 is sold with more than one size. ASK_NVML
            {name: rig, gpus: [{name: T4, vramMib: 16}]} | .gpus[0].vramMib is 16, not from 1024 to 1048576. Maybe a unit was mixed up.
            {name: rig, gpus: [{name: T4, reservedMib: 15360}]} | .gpus[0].reservedMib is 15360, and the card has 15360 in all. Maybe leave the card out, if nothing of it is free.
            {name: rig, gpus: [{name: T4, vram: 15360}]} | .gpus[0].vram is not a known field. Maybe one of these was meant: device, name, reservedMib, vramMib.
            {name: rig, gpus: [{name: T4}]}, {name: RIG, gpus: [{name: T4}]} | workers[1].name is "RIG", which workers[0] has too. Maybe give each machine a name of its own, not only another letter case.
            """)
    void ofAWorker(String worker, String message) throws IOException {
        String place = message.startsWith(".") ? "workers[0]" : "";
        String line = message.contains("is missing") ? "" : " line 1";
        String whole = "fleet.yaml" + line + ": " + place + message.replace("ASK_NVML", ASK_NVML);
        assertMistake("{version: 1, workers: [" + worker + "]}", whole);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {workload: text-to-image, keep: warm} | pins[0].workload is "text-to-image", not a known pipeline, a slash and a model id. Maybe write it like text-to-image/ByteDance/SDXL-Lightning; PIPELINES.
            {workload: text-2-image/a/b, keep: warm} | pins[0].workload is "text-2-image/a/b", not a known pipeline, a slash and a model id. Maybe write it like text-to-image/ByteDance/SDXL-Lightning; PIPELINES.
            {workload: llm/a, keep: hot} | pins[0].keep is "hot", not warm, cold or never. Maybe one of these three was meant.
            {workload: llm/a, keep: warm, worker: rig9} | pins[0].worker is "rig9", no worker of this file. Maybe one of these was meant: rig, rig2, two.
            {workload: llm/a, keep: warm, worker: rig, gpu: 5} | pins[0].gpu is "5", no device of worker rig. Maybe one of these was meant: 0, 1.
            {workload: llm/a, keep: warm, gpu: 0} | pins[0].gpu stands without a worker. Maybe name one of rig, rig2, two as worker beside it.
            {workload: llm/a, keep: warm}, {workload: llm/a, keep: warm} | pins[1].workload is pinned in the same place as by pins[0]. Maybe remove one of them; to keep several replicas warm, pin each to a gpu.
            {workload: llm/a, keep: warm, worker: rig}, {workload: llm/a, keep: never, worker: rig} | pins[1].keep is never, and pins[0] says warm of the same place. Maybe remove one of them.
            {workload: llm/a, keep: never}, {workload: llm/a, keep: warm, worker: rig, gpu: 1} | pins[1].keep is warm, and pins[0] says never of the same place. Maybe remove one of them.
            {workload: llm/a, keep: cold, worker: rig}, {workload: llm/a, keep: never} | pins[1].keep is never, and pins[0] says cold of the same place. Maybe remove one of them.
            {workload: llm/a, keep: warm, worker: rig, gpu: 1}, {workload: llm/b, keep: warm, worker: rig, gpu: 1} | pins[1].workload is pinned warm where pins[0] pins another, and a GPU of this worker holds 1 container. Maybe choose one of them.
            {workload: llm/a, keep: warm, worker: rig, gpu: 1}, {workload: llm/a, keep: warm, worker: rig, gpu: 1} | pins[1].workload is pinned warm where pins[0] pins it too, and a GPU of this worker holds 1 container. Maybe choose one of them.
            {workload: llm/a, keep: warm, worker: two, gpu: 0}, {workload: llm/a, keep: warm, worker: two, gpu: 0}, {workload: llm/b, keep: warm, worker: two, gpu: 0} | pins[2].workload is pinned warm where pins[0] pins another, and a GPU of this worker holds 2 containers. Maybe choose which of them to keep there.
            """)
    void ofThePins(String pins, String message) throws IOException {
        String workers = "workers: [{name: rig, gpus: [{name: T4}, {name: T4}]}, {name: rig2, gpus: [{name: T4}]},"
                + " {name: two, containersPerGpu: 2, gpus: [{name: T4}]}]";
        assertMistake(
                "{version: 1, " + workers + ", pins: [" + pins + "]}",
                "fleet.yaml line 1: " + message.replace("PIPELINES", PIPELINES));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            overrides: [{workload: llm/a}] | overrides[0].workload has no figure beside it. Maybe add vramMib, loadSeconds or both.
            overrides: [{workload: llm/a, gpu: RTX 4090, vramMib: 9}] | overrides[0].gpu is "RTX 4090", no card of this fleet. Maybe one of these was meant: Tesla T4.
            overrides: [{workload: llm/a, vramMib: 0}] | overrides[0].vramMib is 0, not from 1 to 1048576. Maybe a unit was mixed up.
            overrides: [{workload: llm/a, loadSeconds: 4000}] | overrides[0].loadSeconds is 4000, not from 0 to 3600. Maybe a unit was mixed up.
            overrides: [{workload: llm/a, vramMib: 9}, {workload: llm/a, loadSeconds: 9}] | overrides[1].workload has its figures in overrides[0] already. Maybe put all of them in one entry, or name different cards as gpu.
            overrides: [{workload: llm/a, gpu: T4, vramMib: 9}, {workload: llm/a, gpu: Tesla T4, vramMib: 8}] | overrides[1].workload has its figures in overrides[0] already. Maybe put all of them in one entry, or name different cards as gpu.
            prices: [{workload: llm/a, pricePerUnit: 0}] | prices[0].pricePerUnit is 0, not above 0. Maybe leave the entry out to have a price suggested.
            prices: [{workload: llm/a, pricePerUnit: -2.5}] | prices[0].pricePerUnit is -2.5, not above 0. Maybe leave the entry out to have a price suggested.
            prices: [{workload: llm/a, pricePerUnit: "5"}] | prices[0].pricePerUnit is "5", not a number. Maybe leave out quotes and units.
            prices: [{workload: llm/a, pricePerUnit: 5, pixelsPerUnit: 0}] | prices[0].pixelsPerUnit is 0, not from 1 to 1000000000000000. Maybe a unit was mixed up.
            prices: [{workload: llm/a, pricePerUnit: 5, currency: gbp}] | prices[0].currency is "gbp", not wei, eth or usd. Maybe leave it out, which means wei.
            prices: [{workload: llm/a, pricePerUnit: 12882811, currency: USD}] | prices[0].pricePerUnit makes 12882811 dollars for each billed unit, more than 0.001. Maybe the price is in wei: leave out the currency.
            prices: [{workload: llm/a, pricePerUnit: 5}, {workload: llm/a, pricePerUnit: 6}] | prices[1].workload has its price in prices[0] already. Maybe remove one of the two entries.
            """)
    void ofOwnFiguresAndPrices(String section, String message) throws IOException {
        assertMistake("{RIG, " + section + "}", "fleet.yaml line 1: " + message);
    }

    private void assertMistake(String yaml, String message) throws IOException {
        Path file = folder.resolve("fleet.yaml");
        Files.writeString(file, yaml.replace("{RIG,", "{version: 1, workers: [{name: rig, gpus: [{name: T4}]}],"));

        assertThatThrownBy(() -> FleetFile.read(file, Shipped.CATALOGUE))
                .isInstanceOf(InputException.class)
                .extracting(e -> String.valueOf(e.getMessage()).replace(file.toString(), "fleet.yaml"))
                .isEqualTo(message);
    }
}
