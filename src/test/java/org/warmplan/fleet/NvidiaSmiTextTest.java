package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;

final class NvidiaSmiTextTest {
    private static final DraftCard CARD =
            new DraftCard(0, "NVIDIA GeForce RTX 4090", OptionalLong.of(24564), List.of("GPU-0a-1b"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0, GPU-0a-1b, NVIDIA GeForce RTX 4090, 24564",
                "0,GPU-0a-1b,NVIDIA GeForce RTX 4090,24564 MiB\r\n",
                "\n\n  0 , GPU-0a-1b , NVIDIA GeForce RTX 4090 , 24564MiB \n\n",
                "index, uuid, name, memory.total [MiB]\n0, GPU-0a-1b, NVIDIA GeForce RTX 4090, 24564 MiB\n",
                "\"0, GPU-0a-1b, NVIDIA GeForce RTX 4090, 24564\"",
                "'0, GPU-0a-1b, NVIDIA GeForce RTX 4090, 24564'",
                "\"index\",\"uuid\",\"name\",\"memory\"\n\"0\",\"GPU-0a-1b\",\"NVIDIA GeForce RTX 4090\",\"24564\"",
            })
    void readsWhatPeopleSend(String text) {
        assertThat(NvidiaSmiText.read("it", text)).containsExactly(CARD);
    }

    @Test
    void keepsCommasOfAName() {
        List<DraftCard> cards = NvidiaSmiText.read("it", "3, GPU-c, A card, 24 GB, of sorts, 24564");

        assertThat(cards).extracting(DraftCard::name).containsExactly("A card, 24 GB, of sorts");
        assertThat(cards).extracting(DraftCard::index).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[N/A]", "[Not Supported]", "N/A", "[Unknown Error]"})
    void takesMemoryThatIsNotToldAsUnknown(String memory) {
        assertThat(NvidiaSmiText.read("it", "0, GPU-a, NVIDIA GB10, " + memory))
                .extracting(DraftCard::vramMib)
                .containsExactly(OptionalLong.empty());
    }

    @Test
    void ordersCardsByIndex() {
        assertThat(NvidiaSmiText.read("it", "10, GPU-a, B, 2048\n2, GPU-b, A, 2048\n0, [N/A], C, 2048"))
                .extracting(DraftCard::index)
                .containsExactly(0, 2, 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';it is empty",
                "' \n ';it is empty",
                "index, uuid, name, memory.total [MiB];has a header and no card",
                "0, GPU-a, RTX 4090;line 1: \"0, GPU-a, RTX 4090\" is not index, uuid, name and memory",
                "NVIDIA GeForce RTX 4090, 24564 MiB;is not index, uuid, name and memory",
                "'0, GPU-a, A, 2048\nx, GPU-b, B, 2048';line 2: \"x\" is no index",
                "0, 24564, A, 2048;\"24564\" is no uuid",
                "0, GPU-a, , 2048;is no name",
                "0, GPU-a, A, many;\"many\" is no memory in MiB",
                "0, GPU-a, A, 0;\"0\" is no memory in MiB",
                "0, GPU-a, A, -5;\"-5\" is no memory in MiB",
                "0, GPU-a, A, 25757220864;\"25757220864\" is no memory in MiB",
                "'0, GPU-a, A, 2048\n0, GPU-b, A, 2048';line 2: the index 0 stands twice",
                "{\"gpus\": []};line 1",
                "GPU 0: NVIDIA GeForce RTX 4090 (UUID: GPU-8a);is what nvidia-smi -L prints",
                "'Mon Nov 23 12:00:00 2026\n+------+\n| NVIDIA-SMI 570.1  |';is the table of plain nvidia-smi",
                "No devices were found;nvidia-smi found no card",
                "bash: line 1: nvidia-smi: command not found;nvidia-smi was not found",
                "'nvidia-smi : The term ''nvidia-smi'' is not recognized as the name of a cmdlet';nvidia-smi was not found",
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.;cannot reach the driver",
                "Failed to initialize NVML: Driver/library version mismatch;cannot reach the driver",
            })
    void refusesAnythingElseAndSaysWhatToRun(String text, String problem) {
        assertThatThrownBy(() -> NvidiaSmiText.read("it", text.replace("\\n", "\n")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("Maybe");
    }

    @Test
    void showsEscapesOfAWrongLineAsText() {
        assertThatThrownBy(() -> NvidiaSmiText.read("it", "\u001B[31m0, GPU-a, A, 2048"))
                .hasMessageContaining("\\u{1b}[31m0")
                .hasMessageNotContaining("\u001B");
    }
}
