package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;

final class AiModelsFileTest {
    /** In the cells of the tables below an apostrophe stands for a quote. */
    private static AiModelsFile read(String cell) {
        return AiModelsFile.read("aiModels.json", cell.replace('\'', '"'));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[]", "null", " [ ] \n"})
    void takesAFileWithoutEntries(String text) {
        assertThat(read(text).entries()).isEmpty();
        assertThat(read(text).write()).isEqualTo("[]\n");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[null]                                          |[0] / cold",
                "[{}]                                            |[0] / cold",
                "[{'pipeline':'llm','model_id':'a/b'}]           |[0] llm/a/b cold",
                "[{'PIPELINE':'llm','Model_ID':'m','WARM':true}] |[0] llm/m warm",
                "[{'model_id':'m','warm':true,'warm':false}]     |[0] /m cold",
                "[{'model_id':'m','warm':false,'Warm':true}]     |[0] /m warm",
                "[{'model_id':'m','warm':true,'warm':null}]      |[0] /m warm",
                "[{'model_id':'m','warm':null}]                  |[0] /m cold",
                "[{'model_id':null,'pipeline':null}]             |[0] / cold",
                "[{'model_id':'m','note':{'warm':[1.50]}}]       |[0] /m cold",
                "[{'model_id':'m','capacity':null,'url':null}]   |[0] /m cold",
                "[{'model_id':'m','optimization_flags':null}]    |[0] /m cold",
                "[{'model_id':'m','price_per_unit':-1}]          |[0] /m cold",
                "[{'model_id':'m','pixels_per_unit':0.5}]        |[0] /m cold",
                "[{'model_id':'M'}]                              |[0] /M cold"
            })
    void takesWhatGoTakes(String text, String entry) {
        assertThat(read(text).entries()).singleElement().hasToString(entry);
    }

    @Test
    void foldsKeysAsGoDoes() {
        assertThat(read("[{'to\u212Aen':'a','pixel\u017F_per_unit':7}]")
                        .entries()
                        .get(0))
                .satisfies(entry -> assertThat(entry.token()).isEqualTo("a"))
                .satisfies(entry -> assertThat(entry.findPixelsPerUnit())
                        .hasValueSatisfying(u -> assertThat(u).isEqualByComparingTo("7")));
    }

    @Test
    void takesEveryFieldExactly() {
        AiModel entry = read("[{'pipeline':'llm','model_id':'m','url':'http://127.0.0.1:9000','token':'t','warm':true,"
                        + "'capacity':-0,'optimization_flags':{'B':null,'A':true,'C':'8192'},'gateway':'0xAB',"
                        + "'price_per_unit':1.90e-8,'pixels_per_unit':1e3,'currency':'usd'}]")
                .entries()
                .get(0);

        assertThat(entry.url()).isEqualTo("http://127.0.0.1:9000");
        assertThat(entry.token()).isEqualTo("t");
        assertThat(entry.capacity()).isZero();
        assertThat(entry.optimizationFlags()).hasToString("{A=true, B=false, C=8192}");
        assertThat(entry.gateway()).isEqualTo("0xAB");
        assertThat(entry.findPrice().orElseThrow()).isEqualByComparingTo("0.000000019");
        assertThat(entry.findPixelsPerUnit().orElseThrow()).isEqualByComparingTo("1000");
        assertThat(entry.currency()).isEqualTo("usd");
    }

    @Test
    void mergesFlagsOfDuplicateKeysAndClearsThemOnNull() {
        assertThat(read("[{'optimization_flags':{'A':true},'optimization_flags':{'B':true}}]")
                        .entries()
                        .get(0)
                        .optimizationFlags())
                .containsOnlyKeys("A", "B");
        assertThat(read("[{'optimization_flags':{'A':true},'optimization_flags':null}]")
                        .entries()
                        .get(0)
                        .optimizationFlags())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'pipeline':'llm'}          |the top level is an object|cannot unmarshal object into Go value of type []core.AIModelConfig",
                "'x'                         |the top level is \"x\"|cannot unmarshal string into Go value of type []core.AIModelConfig",
                "[{},]                       |line 1, column 5 is no sound JSON|invalid character ']' looking for beginning of value",
                "[{'warm':true,}]            |line 1, column 15|invalid character '}' looking for beginning of object key string",
                "[] // none                  |take out the comment|invalid character '/' after top-level value",
                "[/* none */]                |take out the comment|invalid character '/' looking for beginning of value",
                "[{'warm':True}]             |column 10|invalid character 'T' looking for beginning of value",
                "\uFEFF[]                    |without a byte order mark|invalid character 'ï' looking for beginning of value",
                "[] []                       |line 1, column 4|invalid character '[' after top-level value",
                "``                          |writing it was cut short|unexpected end of JSON input",
                "[1]                         |[0] is 1|cannot unmarshal number into Go value of type core.AIModelConfig",
                "[[]]                        |[0] is a list|cannot unmarshal array into Go value of type core.AIModelConfig",
                "[{},{'warm':'true'}]        |[1].warm is \"true\"|cannot unmarshal string into Go struct field AIModelConfig.warm of type bool",
                "[{'Warm':1}]                |[0].warm is 1|cannot unmarshal number into Go struct field AIModelConfig.warm of type bool",
                "[{'warm':1,'warm':true}]    |[0].warm is 1|of type bool",
                "[{'capacity':'2'}]          |[0].capacity is \"2\"|cannot unmarshal string into Go struct field AIModelConfig.capacity of type int",
                "[{'capacity':2.0}]          |[0].capacity is 2.0|cannot unmarshal number 2.0 into Go struct field AIModelConfig.capacity of type int",
                "[{'capacity':1e3}]          |[0].capacity is 1e3|cannot unmarshal number 1e3 into",
                "[{'capacity':9223372036854775808}]|[0].capacity is 9223372036854775808|cannot unmarshal number 9223372036854775808 into",
                "[{'capacity':true}]         |[0].capacity is true|cannot unmarshal bool into",
                "[{'pipeline':5}]            |[0].pipeline is 5|cannot unmarshal number into Go struct field AIModelConfig.pipeline of type string",
                "[{'model_id':['a']}]        |[0].model_id is a list|cannot unmarshal array into Go struct field AIModelConfig.model_id of type string",
                "[{'url':{}}]                |[0].url is an object|cannot unmarshal object into Go struct field AIModelConfig.url of type string",
                "[{'token':false}]           |[0].token is a bool that is not shown|cannot unmarshal bool into Go struct field AIModelConfig.token of type string",
                "[{'gateway':0}]             |[0].gateway is 0|AIModelConfig.gateway of type string",
                "[{'currency':1}]            |[0].currency is 1|AIModelConfig.currency of type string",
                "[{'price_per_unit':'0.5e-2USD'}]|[0].price_per_unit is \"0.5e-2USD\"|value is not a number: \"0.5e-2USD\"",
                "[{'price_per_unit':null}]   |[0].price_per_unit is null|value is not a number: null",
                "[{'price_per_unit':true}]   |[0].price_per_unit is true|value is not a number: true",
                "[{'pixels_per_unit':'1'}]   |[0].pixels_per_unit is \"1\"|value is not a number: \"1\"",
                "[{'optimization_flags':{'MAX_MODEL_LEN':8192}}]|[0].optimization_flags.MAX_MODEL_LEN is 8192|cannot unmarshal number into Go struct field AIModelConfig.optimization_flags of type string",
                "[{'optimization_flags':{'A':[]}}]|[0].optimization_flags.A is a list|cannot unmarshal array into Go struct field AIModelConfig.optimization_flags of type string",
                "[{'optimization_flags':'SFAST'}]|[0].optimization_flags is a string that is not shown|cannot unmarshal string into Go struct field AIModelConfig.optimization_flags of type worker.OptimizationFlags"
            })
    void refusesWhatStopsTheNode(String text, String problem, String goText) {
        assertThatThrownBy(() -> read(text == null ? "" : text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("aiModels.json")
                .hasMessageContaining(problem)
                .hasMessageContaining(goText)
                .hasMessageContaining("Error parsing -aiModels")
                .hasMessageContaining("Maybe")
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysOfSeveralMistakesTheOneGoSays() {
        assertThatThrownBy(() -> read("[{'warm':1,'capacity':'2'}]")).hasMessageContaining("[0].warm");
        assertThatThrownBy(() -> read("[{'warm':1},{'price_per_unit':null}]")).hasMessageContaining("price_per_unit");
    }

    @Test
    void keepsToExponentsThatFitAPrice() {
        assertThat(read("[{'price_per_unit':1e100}]").entries()).hasSize(1);
        assertThatThrownBy(() -> read("[{'price_per_unit':1e-101}]"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("[0].price_per_unit is 1e-101, with an exponent beyond 100");
        assertThatThrownBy(() -> read("[{'price_per_unit':1e999999}]"))
                .isInstanceOf(InputException.class)
                .isNotInstanceOf(UnparsedException.class)
                .hasMessageContaining("beyond 100");
        assertThatThrownBy(() -> read("[{'price_per_unit':1e99999999999}]"))
                .isInstanceOf(UnparsedException.class)
                .hasMessageContaining("value is not a number: 1e99999999999");
    }

    @Test
    void cutsLongValuesInMessages() {
        assertThatThrownBy(() -> read("[{'warm':'" + "😀".repeat(500) + "'}]"))
                .isInstanceOf(InputException.class)
                .extracting(Throwable::getMessage, STRING)
                .hasSizeLessThan(500);
    }

    @Test
    void comesBackByteForByte() {
        String text = """
                [
                  {
                    "zeta": [
                      1.0,
                      null
                    ],
                    "pipeline": "text-to-image",
                    "model_id": "acme/one",
                    "price_per_unit": 1.90,
                    "pixels_per_unit": 1e0,
                    "warm": true,
                    "Warm": true,
                    "optimization_flags": {
                      "Z": false,
                      "A": "x"
                    },
                    "token": "secret"
                  },
                  null,
                  {
                    "price_per_unit": 1.9e-8,
                    "capacity": -0
                  }
                ]
                """;
        assertThat(AiModelsFile.read("x", text).write()).isEqualTo(text);
    }

    @Test
    void hidesEveryToken() {
        AiModelsFile file = read("[{'TOKEN':'one','url':'u','token':'two','toKen':'three'},{'token':null}]");

        assertThat(AiModelsFile.read("x", file.redacted()).entries().get(0).token())
                .isEqualTo("***");
        assertThat(file.redacted()).doesNotContain("one", "two", "three").contains("\"url\": \"u\"", "\"token\": null");
        assertThat(file.toString()).doesNotContain("one", "two", "three");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'url':'http://127.0.0.1:8000/live'|'url':'http://127.0.0.1:8000/live'",
                "'URL':'http://me:s3cret@host:8000/live?key=s3cret#s3cret'|'URL':'http://host:8000/live?***'",
                "'url':'http://host/a?s3cret'|'url':'http://host/a?***'",
                "'url':'http://host/a@s3cret'|'url':'http://***'",
                "'url':'me:s3cret@host:8000'|'url':'***'",
                "'url':'//me:s3cret@host:8000'|'url':'***'",
                "'url':'host:8000/live'|'url':'host:8000/live'",
                "'optimization_flags':{'SFAST':true,'A':'False','B':'-1.5','C':null}"
                        + "|'optimization_flags':{'SFAST':true,'A':'False','B':'-1.5','C':null}",
                "'Optimization_Flags':{'HF_TOKEN':'s3cret','HF_TOKEN':'1234567890123456','D':''}"
                        + "|'Optimization_Flags':{'HF_TOKEN':'***','HF_TOKEN':'***','D':'***'}",
                "'optimization_flags':null|'optimization_flags':null",
                "'tokn':'s3cret'|'tokn':'***'",
                "'note':{'keys':['s3cret',1.50,true,null]}|'note':{'keys':['***',1.50,true,null]}",
                "'gateway':'0x1','currency':'usd','capacity':2|'gateway':'0x1','currency':'usd','capacity':2"
            })
    void hidesWhatMayBeASecret(String members, String shown) {
        AiModelsFile redacted =
                AiModelsFile.read("x", AiModelsTexts.file(members).redacted());

        assertThat(AiModelsTexts.lines(redacted)).containsExactly(shown);
    }

    @Test
    void hidesFlagsThatAreNoObject() {
        assertThatThrownBy(() -> read("[{'optimization_flags':'HF_TOKEN=s3cret'}]"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a string that is not shown")
                .hasMessageNotContaining("s3cret");
    }
}
