package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Address;

final class FleetDraftTest {
    private static final Address SELF = new Address("0x00000000000000000000000000000000000e0001");
    private static final DraftCard CARD = card(0, "NVIDIA GeForce RTX 4090");

    @TempDir
    private Path folder;

    private static DraftCard card(int index, String name) {
        return new DraftCard(index, name, OptionalLong.of(24564), List.of());
    }

    private static FleetDraft draft(List<DraftCard> cards, DraftWorker.Current... current) {
        DraftWorker worker = new DraftWorker("rig1", List.of(), cards, current.length == 0 ? null : current[0]);
        return new FleetDraft("data/schema/fleet.schema.json", SELF, List.of(worker));
    }

    private static String text(FleetDraft draft) {
        return draft.write(Shipped.CATALOGUE);
    }

    private Fleet read(String text) throws IOException {
        return FleetFile.read(Files.writeString(folder.resolve("fleet.yaml"), text), Shipped.CATALOGUE);
    }

    @Test
    void isAcceptedWithItsCardsAddressAndFile() throws IOException {
        Fleet fleet = read(
                text(draft(List.of(CARD, card(3, "RTX 3090")), new DraftWorker.Current("a/aiModels.json", 2, false))));

        assertThat(fleet.orchestrator()).isEqualTo(SELF);
        assertThat(fleet.workers()).hasSize(1);
        FleetWorker worker = fleet.workers().get(0);
        assertThat(worker.gpus()).extracting(FleetGpu::device).containsExactly("0", "3");
        assertThat(worker.gpus()).extracting(gpu -> gpu.vram().mib()).containsOnly(24564L);
        assertThat(worker.aiModels()).isEqualTo(folder.resolve("a").resolve("aiModels.json"));
    }

    @Test
    void isAcceptedWithAnyNameAndPath() throws IOException {
        Random random = new Random(20261123);
        for (int round = 0; round < 300; round++) {
            List<String> names = new ArrayList<>();
            IntStream.rangeClosed(0, random.nextInt(4)).forEach(i -> names.add(oddText(random)));
            String path = oddText(random).replace("\0", "");
            List<DraftCard> cards = IntStream.range(0, names.size())
                    .mapToObj(i -> card(i, names.get(i)))
                    .toList();
            String written = text(draft(cards, new DraftWorker.Current("x" + path, 0, random.nextBoolean())));

            FleetWorker worker = read(written).workers().get(0);
            assertThat(worker.gpus())
                    .as(written)
                    .extracting(FleetGpu::name)
                    .containsExactlyElementsOf(
                            names.stream().map(FleetDraftTest::known).toList());
            assertThat(worker.aiModels()).isEqualTo(folder.resolve("x" + path));
        }
    }

    private static String known(String name) {
        return Shipped.CATALOGUE.findGpu(name).map(CatalogueGpu::name).orElse(name.strip());
    }

    /** Never blank: words that mean something in YAML, signs, escapes, line breaks, directions, smileys. */
    private static String oddText(Random random) {
        String[] bits = {
            "true",
            "null",
            "~",
            "- ",
            ": ",
            " #",
            "'",
            "\"",
            "\\",
            "{",
            "[",
            "&a",
            "*a",
            "!",
            "%",
            "@",
            "`",
            "|",
            ">",
            "?",
            ",",
            "\n",
            "\r",
            "\t",
            "\u001B[1m",
            "\u0000",
            "\u0085",
            "\u2028",
            "\u202E",
            "\uFEFF",
            "\uD83D\uDE00",
            "é",
            " ",
            "0x1F",
            "1e3",
            ".inf",
            "NVIDIA",
            "RTX 4090",
            "@|bold x|@",
            "#",
            "..",
            "/"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        return text.toString().isBlank() ? "x" + text : text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pins:", "prices:", "overrides:", "metrics:"})
    void staysSoundWhenAnOfferedPartIsTakenIn(String part) throws IOException {
        String text = text(draft(List.of(CARD)));
        int start = text.indexOf("# " + part);
        int end = text.indexOf("\n\n", start);
        String block = text.substring(start, end < 0 ? text.length() : end);
        String taken = text.replace(block, block.replaceAll("(?m)^# ", ""));

        assertThat(start).isPositive();
        assertThat(read(taken)).isNotEqualTo(read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reservedMib", "otherWeeklyGwei", "modelsDir", "aiModels"})
    void staysSoundWhenAnOfferedFieldIsTakenIn(String field) throws IOException {
        String text = text(draft(List.of(CARD))).replace("otherWeeklyGwei: 0", "otherWeeklyGwei: 1");

        assertThat(read(text.replace("# " + field + ":", field + ":"))).isNotEqualTo(read(text));
    }

    @Test
    void offersEverythingAFleetFileCanSay() {
        assertThat(text(draft(List.of(CARD))))
                .startsWith("# yaml-language-server: $schema=data/schema/fleet.schema.json\n")
                .contains("# role: ", "# containersPerGpu: ", "# aiModels: ", "# modelsDir: ", "# reservedMib: ")
                .contains("# reorderDevices: ", "# otherWeeklyGwei: ", "\n# orchestratorAiModels: ", "\n# pins:");
    }

    @Test
    void commentsOutCardsThatCannotBeUsed() throws IOException {
        DraftCard small = new DraftCard(1, "GT 610", OptionalLong.of(979), List.of());
        String text = text(draft(List.of(CARD, small, card(10, "NVIDIA A100-SXM4-40GB"), card(11, "RTX 3090"))));

        assertThat(read(text).workers().get(0).gpus())
                .extracting(FleetGpu::device)
                .containsExactly("0");
        assertThat(text)
                .contains("      # Less than 1024 MiB is no card for models:\n      # - device: \"1\"\n")
                .contains("from one digit, so it cannot use this card:\n      # - device: \"10\"\n");
    }

    @Test
    void saysWhatACardItDoesNotKnowNeeds() throws IOException {
        String known = text(draft(List.of(card(0, "Some Card 9"))));
        DraftCard silent = new DraftCard(0, "Some Card 9", OptionalLong.empty(), List.of());
        DraftCard inCatalogue = new DraftCard(0, "NVIDIA GeForce RTX 4090", OptionalLong.empty(), List.of());

        assertThat(known).contains("# The catalogue does not know this card");
        assertThat(read(known).workers().get(0).gpus()).hasSize(1);
        assertThat(text(draft(List.of(silent)))).contains("# vramMib: 24576           # needed");
        assertThat(draft(List.of(silent)).isComplete(Shipped.CATALOGUE)).isFalse();
        assertThat(draft(List.of(inCatalogue)).isComplete(Shipped.CATALOGUE)).isTrue();
        assertThat(read(text(draft(List.of(inCatalogue)))).workers()).hasSize(1);
    }

    @Test
    void countsContainersPerCard() {
        List<DraftCard> two = List.of(CARD, card(1, "RTX 3090"));

        assertThat(text(draft(two, new DraftWorker.Current("a", 2, false)))).contains("    # containersPerGpu: 1 ");
        assertThat(text(draft(two, new DraftWorker.Current("a", 5, false))))
                .contains("warms 5 containers on 2 cards: -aiRunnerContainersPerGPU must be 3 at least")
                .contains("\n    containersPerGpu: 3\n");
        assertThat(text(draft(two, new DraftWorker.Current("a", Long.MAX_VALUE, false))))
                .contains("# containersPerGpu: 1      # at most 10");
    }

    @Test
    void draftsContainersPerCardThatAreRead() throws IOException {
        List<DraftCard> two = List.of(CARD, card(1, "RTX 3090"));

        assertThat(read(text(draft(two, new DraftWorker.Current("a", 5, false))))
                        .workers())
                .extracting(FleetWorker::containersPerGpu)
                .containsExactly(3);
    }

    @Test
    void tellsWhenAWorkerMayBeRemote() {
        assertThat(text(draft(List.of(CARD), new DraftWorker.Current("a", 1, true))))
                .contains("Maybe it is a remote worker");
        assertThat(text(draft(List.of(CARD), new DraftWorker.Current("a", 1, false))))
                .doesNotContain("Maybe it is a remote");
    }

    @Test
    void hasALineForEveryContainerWhenNoCardIsKnown() {
        FleetDraft draft = draft(List.of(), new DraftWorker.Current("a", 3, false));

        assertThat(text(draft)).contains("# - device: \"2\"").doesNotContain("# - device: \"3\"");
        assertThat(draft.unknown(Shipped.CATALOGUE)).containsExactly("the cards of rig1");
        assertThat(text(draft(List.of(), new DraftWorker.Current("a", 1_000_000, false))))
                .contains("# - device: \"9\"")
                .doesNotContain("# - device: \"10\"");
    }

    @Test
    void keepsNotesFromOutsideOnTheirLine() throws IOException {
        DraftCard card = new DraftCard(0, "RTX 4090", OptionalLong.of(24564), List.of("GPU-a\nversion: 2\u2028x"));

        assertThat(text(draft(List.of(card)))).contains("# GPU-a\\u{a}version: 2\\u{2028}x\n");
        assertThat(read(text(draft(List.of(card)))).workers()).hasSize(1);
    }
}
