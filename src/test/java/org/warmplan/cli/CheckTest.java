package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CheckTest {
    private static final Path EXAMPLE = Path.of("data", "example");
    private static final String PRICED = ",\"price_per_unit\":4768371,\"pixels_per_unit\":1}";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("aiModels.json"), text.replace('\'', '"'));
    }

    private static String entry(String pipeline, String model, boolean warm) {
        return "{\"pipeline\":\"%s\",\"model_id\":\"%s\",\"warm\":%s".formatted(pipeline, model, warm) + PRICED;
    }

    private static JsonNode json(Cli.Result result) {
        assertThat(result.out()).as(result.err()).isNotEmpty();
        return new JsonMapper().readTree(result.out());
    }

    @Test
    void showsWhereEveryEntryLands() {
        Cli.Result result =
                Cli.run("check", EXAMPLE.resolve("aiModels-4x2.json"), "--fleet", EXAMPLE.resolve("fleet-4x2.yaml"));

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(EXAMPLE.resolve("aiModels-4x2.json") + " of ")
                .contains("\nIt starts. ", "2 containers per GPU", "entry  workload", "advertised", "VRAM", " GiB of ")
                .contains("0, container 0");
    }

    @Test
    void theSeedsFileStarts() throws IOException {
        Path seed = file("[%s,%s]"
                .formatted(
                        entry("text-to-image", "SG161222/RealVisXL_V4.0_Lightning", true),
                        entry("text-to-image", "ByteDance/SDXL-Lightning", false)));
        Cli.Result result = Cli.run("check", seed);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("It starts. 1 of 1 slot is warm. Until it serves it takes about 90 s of loading.")
                .contains("Text to image, warm, capacity 1", "4768371 wei")
                .contains("neverServed", "insufficient capacity")
                .contains("The cards are not known");
    }

    @Test
    void saysWhatWouldStopTheNode() throws IOException {
        Path file = file("[%s,%s]".formatted(entry("llm", "a", true), entry("llm", "b", true)));
        Cli.Result result = Cli.run("check", file);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out())
                .contains("It would not start.")
                .contains("Error AI worker warming llm container: insufficient capacity")
                .contains("Maybe set \"warm\" to false");
        assertThat(Cli.run("check", file, "--nvidia", "0,1").exitCode()).isZero();
        assertThat(Cli.run("check", file, "--containers-per-gpu", "2").exitCode())
                .isZero();
        assertThat(Cli.run("check", file, "--role", "orchestrator").exitCode()).isZero();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'pipeline':'llm','model_id':'m'}]||4",
                "[{'pipeline':'llm','model_id':'m'}]|--price-per-unit=1200|0",
                "[{'pipeline':'llm','model_id':'m'}]|--offchain|0",
                "[{'pipeline':'llm','model_id':'m'}]|--role=remote|0",
                "[{'pipeline':'live-video-to-video','model_id':'m','warm':true,'price_per_unit':1}]||4",
                "[{'pipeline':'live-video-to-video','model_id':'m','warm':true,'price_per_unit':1}]|--image-overrides={\"live\":{\"m\":\"an/image\"}}|0",
                "[{'pipeline':'llm','model_id':'m','warm':true,'price_per_unit':1}]|--nvidia=0, 1|0",
                "[{'pipeline':'llm','model_id':'m','warm':true,'price_per_unit':1}]|--nvidia=12|4",
                "[{'pipeline':'llm','model_id':'m','price_per_unit':1,'currency':'USD'}]|--strict|4",
                "[{'pipeline':'llm','model_id':'m','price_per_unit':1,'currency':'USD'}]||0",
                "[{'pipeline':'llm',}]||4"
            })
    void endsWithFourOnlyWhenItWouldNotStart(String text, String option, int exitCode) throws IOException {
        Path file = file(text);
        Cli.Result result = option == null ? Cli.run("check", file) : Cli.run("check", file, option);

        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--pixels-per-unit=0|-pixelsPerUnit must be > 0, provided 0|2",
                "--pixels-per-unit=1.5|-pixelsPerUnit must be a valid integer, provided 1.5|2",
                "--price-per-unit=-1|-pricePerUnit must be a valid integer with an optional currency, provided -1|2",
                "--nvidia=0,0|names a device twice|2",
                "--nvidia=all|--nvidia is all|2",
                "--price-per-unit=1eur|price feed does not have EUR as a currency|2",
                "--containers-per-gpu=0|--containers-per-gpu is 0|2",
                "--worker=rig1|--fleet is missing|2",
                "--fleet=nowhere.yaml|nowhere.yaml does not exist|3",
                "--image-overrides={|no sound JSON|3",
                "--image-overrides={\"live\":5}|live|3"
            })
    void explainsOptionsThatCannotBe(String option, String problem, int exitCode) throws IOException {
        Cli.Result result = Cli.run("check", file("[]"), option);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(problem).contains("Maybe").hasLineCount(1);
    }

    @Test
    void runsOnTheProcessorWithoutADevice() throws IOException {
        Cli.Result result = Cli.run("check", file("[%s]".formatted(entry("llm", "m", true))), "--nvidia=");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("-nvidia emulated-0,").doesNotContain("devicePort");
    }

    @Test
    void wantsOneSetupOnly() throws IOException {
        Cli.Result result = Cli.run("check", file("[]"), "--fleet", EXAMPLE.resolve("fleet-1.yaml"), "--nvidia", "0,1");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Maybe leave those out").hasLineCount(1);
    }

    @Test
    void wantsToKnowWhichWorkerOfSeveral() {
        Path file = EXAMPLE.resolve("fleet-40").resolve("rack-1.json");
        Path fleet = EXAMPLE.resolve("fleet-40.yaml");

        assertThat(Cli.run("check", file, "--fleet", fleet).err())
                .contains("so --worker is needed. Maybe one of: orchestrator, live-1, ");
        assertThat(Cli.run("check", file, "--fleet", fleet, "--worker", "nobody")
                        .exitCode())
                .isEqualTo(2);
        Cli.Result result = Cli.run("check", file, "--fleet", fleet, "--worker", "rack-1");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("as remote AI worker", "warm, capacity 6");
        assertThat(Cli.run(
                                "check",
                                EXAMPLE.resolve("fleet-40").resolve("orchestrator.json"),
                                "--fleet",
                                fleet,
                                "--worker",
                                "orchestrator")
                        .out())
                .contains("where only prices count")
                .contains("It starts.");
    }

    @Test
    void readsStandardInputAndTheInlineForm() {
        byte[] piped = "[{\"pipeline\":\"llm\",}]".getBytes(StandardCharsets.UTF_8);
        Cli.Result result = Cli.run(piped, Cli.NO_PROGRAMS, "check", "-");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out())
                .contains("invalid character '}' looking for beginning of object key string")
                .contains("Maybe take out the comma before it.");
        assertThat(Cli.run("check", "llm:acme/m:true", "--price-per-unit", "1").exitCode())
                .isZero();
        assertThat(Cli.run("check", "llm:acme/m:yes").out())
                .contains("strconv.ParseBool: parsing \"yes\": invalid syntax");
    }

    @Test
    void takesStandardInputAsTheNodeWouldTakeTheFile() {
        byte[] marked = "\uFEFF[]".getBytes(StandardCharsets.UTF_8);
        byte[] wide = "[]".getBytes(StandardCharsets.UTF_16);

        Cli.Result read = Cli.run("[]".getBytes(StandardCharsets.UTF_8), Cli.NO_PROGRAMS, "check", "-");
        Cli.Result bom = Cli.run(marked, Cli.NO_PROGRAMS, "check", "-");
        Cli.Result utf16 = Cli.run(wide, Cli.NO_PROGRAMS, "check", "-");

        assertThat(read.out()).startsWith("standard input, as ").contains("It starts.");
        assertThat(bom.exitCode()).isEqualTo(4);
        assertThat(bom.out()).contains("invalid character 'ï' looking for beginning of value", "byte order mark");
        assertThat(utf16.exitCode()).isEqualTo(3);
        assertThat(utf16.err()).contains("Standard input is not UTF-8 text");
    }

    @Test
    void warnsOfTheMisleadingMessageAboutAWrongPath() {
        Cli.Result result = Cli.run("check", folder.resolve("nothing.json"));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .contains("invalid AI model config expected <pipeline>:<model_id>:<warm>")
                .contains("Maybe the path")
                .hasLineCount(1);
    }

    @Test
    void printsOneJsonDocument() throws IOException {
        Path file = file("[%s,%s]"
                .formatted(
                        entry("text-to-image", "SG161222/RealVisXL_V4.0_Lightning", true),
                        entry("text-to-image", "ByteDance/SDXL-Lightning", false)));
        JsonNode check = json(Cli.run(
                "check", file, "--fleet", EXAMPLE.resolve("fleet-4.yaml"), "--worker", "rig1", "--format", "json"));

        assertThat(check.get("starts").asBoolean()).isTrue();
        assertThat(check.at("/entries/0/slots/0/gpu").asString()).isEqualTo("NVIDIA GeForce RTX 4090");
        assertThat(check.at("/entries/0/slots/0/needMib").asInt()).isPositive();
        assertThat(check.at("/entries/0/advertised/capability").asString()).isEqualTo("Text to image");
        assertThat(check.at("/entries/0/price/weiPerUnit").asString()).isEqualTo("4768371");
        assertThat(check.at("/load/seconds").asInt()).isEqualTo(90);
        assertThat(check.get("lints")).anySatisfy(lint -> {
            assertThat(lint.get("code").asString()).isEqualTo("coldTooLarge");
            assertThat(lint.get("severity").asString()).isEqualTo("warning");
            assertThat(lint.get("wayOut").asString()).isNotEmpty();
        });
        JsonNode stopped = json(Cli.run("check", file("[{'pipeline':'llm','warm':1}]"), "--format", "json"));
        assertThat(stopped.get("starts").asBoolean()).isFalse();
        assertThat(stopped.at("/stops/0/message").asString())
                .isEqualTo(
                        "Error parsing -aiModels: json: cannot unmarshal number into Go struct field AIModelConfig.warm of type bool");
    }

    @Test
    void neverShowsASecret() throws IOException {
        Path file = file(
                "[{'pipeline':'llm','model_id':'m','token':'s3cret','url':'http://me:s3cret@127.0.0.1:9000/?k=s3cret',"
                        + "'optimization_flags':{'HF_TOKEN':'s3cret'},'tokn':'s3cret','price_per_unit':1}]");
        for (String format : new String[] {"text", "json"}) {
            Cli.Result result = Cli.run("check", file, "--format", format);

            assertThat(result.exitCode()).isZero();
            assertThat(result.out() + result.err()).doesNotContain("s3cret").contains("secretInUrl");
        }
    }

    @Test
    void makesWhatATerminalWouldObeyVisible() throws IOException {
        Cli.Result result = Cli.run(
                "check", file("[{'pipeline':'llm\\u001b[31m','model_id':'\\u202em','price_per_unit':1,'warm':true}]"));

        assertThat(result.out()).doesNotContain("\u001b", "\u202e").contains("\\u{1b}");
    }
}
