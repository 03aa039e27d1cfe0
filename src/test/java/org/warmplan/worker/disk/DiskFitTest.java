package org.warmplan.worker.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Figure;

final class DiskFitTest {
    private static final Workload WHISPER = new Workload(Pipeline.AUDIO_TO_TEXT, "openai/whisper-large-v3");
    private static final Workload REALVIS = new Workload(Pipeline.TEXT_TO_IMAGE, "SG161222/RealVisXL_V4.0_Lightning");

    @TempDir
    private Path dir;

    @Test
    void asksForTheHighEndOfWhatTheCatalogueStates() {
        DiskFit fit = DiskFit.of(dir, WHISPER, gb("6", "6.5", null));
        assertThat(fit.onDisk()).isInstanceOf(OnDisk.Absent.class);
        assertThat(fit.downloadBytes()).isEqualTo(6_500_000_000L);
        assertThat(fit.spaceLeftBytes()).isPositive();
    }

    @Test
    void asksForTheWholeModelWhenItsDownloadWasCut() {
        new TestingModels(dir).write("models--openai--whisper-large-v3/blobs/a.incomplete", "12");
        assertThat(DiskFit.of(dir, WHISPER, gb("3", "3", null)).downloadBytes()).isEqualTo(3_000_000_000L);
    }

    @Test
    void asksForNothingThatIsThere() {
        new TestingModels(dir).repository(WHISPER.modelId(), "model.safetensors");
        DiskFit fit = DiskFit.of(dir, WHISPER, null);
        assertThat(fit.downloadBytes()).isZero();
        assertThat(fit.verdict()).isEqualTo(DiskFit.Verdict.ON_DISK);
    }

    @Test
    void doesNotKnowWhatIsNeededBesideTheModel() {
        new TestingModels(dir).repository(REALVIS.modelId(), "unet/model.fp16.safetensors");
        DiskFit fit = DiskFit.of(dir, REALVIS, gb("6", "7", null));
        assertThat(fit.downloadBytes()).isNull();
        assertThat(fit.verdict()).isEqualTo(DiskFit.Verdict.UNKNOWN);
    }

    @Test
    void doesNotTakeTheSizeOfOtherSoftwaresFiles() {
        assertThat(DiskFit.of(dir, WHISPER, gb("4.7", "4.7", "Ollama, 4-bit weights"))
                        .verdict())
                .isEqualTo(DiskFit.Verdict.UNKNOWN);
    }

    @Test
    void needsNothingForWhatHasNoWeights() {
        DiskFit fit = DiskFit.of(dir.resolve("none"), new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, "noop"), null);
        assertThat(fit.verdict()).isEqualTo(DiskFit.Verdict.ON_DISK);
        assertThat(fit.spaceLeftBytes()).isNull();
    }

    @Test
    void knowsNothingOfAFolderThatIsMissing() {
        assertThat(DiskFit.of(dir.resolve("none"), WHISPER, gb("3", "3", null)).verdict())
                .isEqualTo(DiskFit.Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"100, 100, FITS", "101, 100, TOO_LARGE", "0, 0, ON_DISK", ", 100, UNKNOWN", "100, , UNKNOWN"})
    void comparesTheDownloadWithTheSpaceLeft(@Nullable Long download, @Nullable Long left, DiskFit.Verdict verdict) {
        OnDisk unknown = new OnDisk.NotLookedAt(OnDisk.Why.UNREADABLE, "");
        assertThat(new DiskFit(WHISPER, unknown, download, left).verdict()).isEqualTo(verdict);
    }

    private static Figure gb(String low, String high, @Nullable String otherRunner) {
        return new Figure(new BigDecimal(low), new BigDecimal(high), "a page", null, otherRunner);
    }
}
