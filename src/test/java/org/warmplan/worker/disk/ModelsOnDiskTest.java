package org.warmplan.worker.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

final class ModelsOnDiskTest {
    private static final String SPEECH = "openai/whisper-large-v3";
    private static final String CACHE = "models--openai--whisper-large-v3";
    private static final String ABSOLUTE = "from the root of the disk";
    private static final Workload WHISPER = new Workload(Pipeline.AUDIO_TO_TEXT, SPEECH);

    @TempDir
    private Path top;

    private Path dir;
    private TestingModels models;

    @BeforeEach
    void makeFolder() throws IOException {
        dir = Files.createDirectory(top.resolve("models"));
        models = new TestingModels(dir);
    }

    @Test
    void findsWhatTheDownloaderLeft() {
        models.repository(SPEECH, "model.safetensors", "config.json");
        assertThat(look()).isInstanceOfSatisfying(OnDisk.Complete.class, c -> {
            assertThat(c.bytes()).isEqualTo("model.safetensors".length() + "config.json".length());
            assertThat(c.folders()).extracting(SeenFolder::name).containsExactly(CACHE);
        });
    }

    @Test
    void findsFilesThatWereCopiedInPlaceOfLinks() {
        models.write(CACHE + "/refs/main", TestingModels.COMMIT + "\n")
                .write(TestingModels.snapshotOf(SPEECH) + "/model.safetensors", "12345");
        assertThat(look())
                .isInstanceOfSatisfying(
                        OnDisk.Complete.class, c -> assertThat(c.bytes()).isEqualTo(5));
    }

    @Test
    void seesThatADownloadGoesOn() {
        models.repository(SPEECH, "model.safetensors").write(CACHE + "/blobs/ab12.incomplete", "123");
        assertWrong("a download is going on or was cut");
    }

    @Test
    void seesALinkToAFileThatIsMissing() {
        models.repository(SPEECH, "model.safetensors", "config.json")
                .delete(TestingModels.blobOf(SPEECH, "model.safetensors"));
        assertWrong("the link model.safetensors leads to a file that is missing");
    }

    @Test
    void seesThatMainIsMissing() {
        models.repository(SPEECH, "model.safetensors").delete(CACHE + "/refs/main");
        assertWrong("refs/main names no snapshot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "main", "../../../etc", "0123456789abcdef0123456789abcdef01234567/../.."})
    void takesNoOddCommitForAFolder(String commit) {
        models.repository(SPEECH, "model.safetensors").write(CACHE + "/refs/main", commit);
        assertWrong("refs/main names no snapshot");
    }

    @Test
    void seesThatMainIsAtAnotherCommit() {
        models.repository(SPEECH, "model.safetensors").write(CACHE + "/refs/main", "f".repeat(40));
        assertWrong("no file ends in .safetensors");
    }

    @Test
    void seesThatThereAreOnlySettings() {
        models.repository(SPEECH, "config.json", "pytorch_model.bin");
        assertWrong("no file ends in .safetensors");
    }

    @Test
    void seesAnEmptyFile() {
        models.write(CACHE + "/refs/main", TestingModels.COMMIT)
                .write(TestingModels.snapshotOf(SPEECH) + "/model.safetensors", "");
        assertWrong("model.safetensors is empty");
    }

    @Test
    void countsTheFilesThatWeightsAreSplitInto() {
        models.repository(
                SPEECH,
                "model-00001-of-00003.safetensors",
                "model-00003-of-00003.safetensors",
                "model.fp32-00001-of-00002.safetensors",
                "model.fp32-00002-of-00002.safetensors");
        assertWrong("only 2 of 3 parts of its weights are there");
        models.repository(SPEECH, "model-00002-of-00003.safetensors");
        assertThat(look()).isInstanceOf(OnDisk.Complete.class);
    }

    @Test
    void seesThatNothingIsThere() {
        models.repository("openai/whisper-medium", "model.safetensors");
        assertThat(look()).isInstanceOf(OnDisk.Absent.class);
        assertThat(look().explain())
                .isEqualTo(
                        "The weights are not on disk (no models--openai--whisper-large-v3). Maybe download them first:"
                                + " else the runner does, while its start limit runs.");
    }

    @Test
    void takesAnEmptyCacheForNone() throws IOException {
        Files.createDirectories(dir.resolve(CACHE).resolve("blobs"));
        assertThat(look()).isInstanceOf(OnDisk.Absent.class);
    }

    @Test
    void followsNoLinkThatLeadsOut() throws IOException {
        Files.writeString(top.resolve("secret"), "not to be seen");
        models.repository(SPEECH, "model.safetensors")
                .link(TestingModels.snapshotOf(SPEECH) + "/config.json", "../../../../secret");
        assertWrong("the link config.json leads out of the folder");
    }

    @Test
    void takesALinkFromTheRootOfTheDiskForOneThatLeadsOut() {
        models.repository(SPEECH, "model.safetensors")
                .link(
                        TestingModels.snapshotOf(SPEECH) + "/config.json",
                        dir.resolve(TestingModels.blobOf(SPEECH, "model.safetensors"))
                                .toString());
        assertWrong("the link config.json leads out of the folder");
    }

    @Test
    void seesALinkThatLeadsOutByAnotherLink() throws IOException {
        Files.writeString(Files.createDirectory(top.resolve("elsewhere")).resolve("weights"), "1234");
        models.link("way", "../elsewhere")
                .repository(SPEECH, "config.json")
                .link(TestingModels.snapshotOf(SPEECH) + "/model.safetensors", "../../../way/weights");
        assertWrong("the link model.safetensors leads out of the folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere", ABSOLUTE, "missing", CACHE})
    void reachesNoFolderByALinkThatLeadsNowhereInAContainer(String target) throws IOException {
        Path elsewhere = Files.createDirectory(top.resolve("elsewhere"));
        models.link(CACHE, target.equals(ABSOLUTE) ? elsewhere.toString() : target);
        assertWrong("it is no folder that a container can reach");
    }

    @Test
    void followsALinkBetweenFoldersOfTheSameDisk() {
        models.repository("mirror/whisper", "model.safetensors").link(CACHE, TestingModels.cache("mirror/whisper"));
        assertThat(look()).isInstanceOf(OnDisk.Complete.class);
    }

    @Test
    void takesAFileForNoFolder() {
        models.write(CACHE, "a file");
        assertWrong("it is no folder that a container can reach");
    }

    @Test
    void looksAtNoMoreFilesThanItSays() {
        models.repository(SPEECH, "model.safetensors", "config.json", "tokenizer.json");
        assertThat(ModelsOnDisk.look(dir, WHISPER, 8)).isInstanceOf(OnDisk.Complete.class);
        OnDisk cut = ModelsOnDisk.look(dir, WHISPER, 7);
        assertThat(cut)
                .isInstanceOfSatisfying(
                        OnDisk.NotLookedAt.class, n -> assertThat(n.why()).isEqualTo(OnDisk.Why.TOO_MANY_FILES));
        assertThat(cut.explain()).contains("more than 7, at " + CACHE);
    }

    @Test
    void opensNoOtherModelsFolder() {
        models.repository(SPEECH, "model.safetensors");
        for (int other = 0; other < 50; other++) {
            models.write("models--other--" + other + "/blobs/1", "");
        }
        assertThat(ModelsOnDisk.look(dir, WHISPER, 4)).isInstanceOf(OnDisk.Complete.class);
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThat(ModelsOnDisk.look(dir.resolve("none"), WHISPER).explain())
                .startsWith(
                        "Whether the weights are on disk was not looked at: the folder with the weights does not exist")
                .endsWith("models/none).");
        models.write("file", "");
        assertThat(ModelsOnDisk.look(dir.resolve("file"), WHISPER)).isInstanceOf(OnDisk.NotLookedAt.class);
    }

    /** Whoever may read everything, as in a container, reads this too. */
    @ParameterizedTest
    @ValueSource(strings = {"", CACHE, CACHE + "/blobs", CACHE + "/refs", CACHE + "/snapshots"})
    void saysThatAFolderCannotBeRead(String folder) throws IOException {
        models.repository(SPEECH, "model.safetensors");
        Path closed = dir.resolve(folder);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        OnDisk seen = look();
        boolean readable = Files.isReadable(closed);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        assertThat(seen).isInstanceOf(readable ? OnDisk.Complete.class : OnDisk.NotLookedAt.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc",
                "..",
                "/etc",
                "a/../../b",
                "a/b/c",
                "a\\b",
                "a/b\n",
                "a/b\u0000",
                "a--b/c",
                "a..b",
                ".hidden",
                "a/-b",
                "a/b.git",
                "ä/b",
                "a b",
                "~",
                "C:x"
            })
    void leavesTheFolderForNoModelId(String id) throws IOException {
        Files.createDirectories(top.resolve("etc"));
        for (Pipeline pipeline : Pipeline.values()) {
            OnDisk seen = ModelsOnDisk.look(dir, new Workload(pipeline, id));
            assertThat(seen)
                    .isInstanceOfSatisfying(
                            OnDisk.NotLookedAt.class,
                            n -> assertThat(n.why()).isIn(OnDisk.Why.ODD_MODEL_ID, OnDisk.Why.IMAGE_UNKNOWN));
            assertThat(seen.explain()).doesNotContain("\n", "\u0000");
        }
    }

    @Test
    void takesAModelIdThatIsTooLongForAFileForAbsentOrOdd() {
        assertThat(ModelsOnDisk.look(dir, new Workload(Pipeline.LLM, "a".repeat(96) + "/" + "b".repeat(96))))
                .isInstanceOf(OnDisk.Absent.class);
        assertThat(ModelsOnDisk.look(dir, new Workload(Pipeline.LLM, "a".repeat(97))))
                .isInstanceOf(OnDisk.NotLookedAt.class);
    }

    @Test
    void saysHowMuchSpaceIsLeft() {
        assertThat(ModelsOnDisk.findSpaceLeft(dir).orElseThrow()).isPositive();
        assertThat(ModelsOnDisk.findSpaceLeft(dir.resolve("none"))).isEmpty();
    }

    private OnDisk look() {
        return ModelsOnDisk.look(dir, WHISPER);
    }

    private void assertWrong(String why) {
        assertThat(look()).isInstanceOfSatisfying(OnDisk.Incomplete.class, i -> {
            assertThat(i.folders()).extracting(SeenFolder::why).containsExactly(why);
            assertThat(i.hasOwn()).isFalse();
            assertThat(i.explain()).contains(CACHE + ": " + why).contains("Maybe");
        });
    }
}
