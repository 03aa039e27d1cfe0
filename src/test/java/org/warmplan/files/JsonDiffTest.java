package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.files.JsonDiff.Named;
import org.warmplan.files.SpelledJson.Items;

final class JsonDiffTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|[]|[]",
                "[{'a':1,'b':2}]|[{'b':2,'a':1}]|[]",
                "[]|[{'a':1}]|[{'op':'add','path':'/0','value':{'a':1}}]",
                "[{'a':1},{'b':2}]|[{'b':2}]|[{'op':'remove','path':'/0'}]",
                "[{'b':2}]|[{'a':1},{'b':2}]|[{'op':'add','path':'/0','value':{'a':1}}]",
                "[{'a':1,'b':2}]|[{'a':1}]|[{'op':'remove','path':'/0/b'}]",
                "[{'a':true}]|[{'a':null}]|[{'op':'replace','path':'/0/a','value':null}]",
                "[{'a/b~c':'x'}]|[{'a/b~c':'y'}]|[{'op':'replace','path':'/0/a~1b~0c','value':'y'}]",
                "[{'':false}]|[{'':[{}]}]|[{'op':'replace','path':'/0/','value':[{}]}]",
                "[{'a':'1'}]|[{'a':1}]|[{'op':'replace','path':'/0/a','value':1}]",
                "[{'a':'#1'}]|[{'a':'\\u2028'}]|[{'op':'replace','path':'/0/a','value':'\u2028'}]"
            })
    void saysWhatChanges(String before, String after, String patch) {
        assertThat(between(before, after)).isEqualTo(patch);
    }

    @ParameterizedTest
    @CsvSource({
        "1E3, 1000",
        "1000, 1E3",
        "1, 1.90",
        "1, 1e-8",
        "1, 123456789012345678901234567890.000000001",
        "1, -0",
        "1e999999999, 1e-99999999999"
    })
    void keepsNumbersAsSpelled(String before, String after) {
        assertThat(between("[" + before + "]", "[" + after + "]"))
                .isEqualTo("[{'op':'replace','path':'/0','value':" + after + "}]");
    }

    @Test
    void takesTheLastOfDuplicateKeys() {
        assertThat(between("[{'a':1,'a':2}]", "[{'a':2}]")).isEqualTo("[]");
    }

    @Test
    void goesAsDeepAsFilesMay() {
        String open = "[".repeat(JsonText.MAX_NESTING);
        String close = "]".repeat(JsonText.MAX_NESTING);

        assertThat(between(open + "1" + close, open + "2" + close)).contains("/0".repeat(JsonText.MAX_NESTING));
    }

    @Test
    void replacesLongListsWhole() {
        String many = IntStream.range(0, 100_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(between("[0]", "[" + many + "]")).startsWith("[{'op':'replace','path':'','value':[0,1,2,");
        assertThat(between("[" + many + "]", "[" + many + "]")).isEqualTo("[]");
        assertThat(between("[{'a':[" + many + "]}]", "[{'a':[1," + many + "]}]"))
                .startsWith("[{'op':'replace','path':'/0',");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,2,3|3,1,2|[{'op':'move','from':'/2','path':'/0'}]",
                "1,2,3|2,3,1|[{'op':'move','from':'/0','path':'/2'}]",
                "1,2,3,4|4,3,2,1|[{'op':'move','from':'/2','path':'/3'},{'op':'move','from':'/1','path':'/3'},"
                        + "{'op':'move','from':'/0','path':'/3'}]",
                "1,2,1|2,1|[{'op':'remove','path':'/0'}]",
                "1,1|1,1,1|[{'op':'add','path':'/2','value':1}]",
                "1,2|2,9,1|[{'op':'move','from':'/0','path':'/1'},{'op':'add','path':'/1','value':9}]"
            })
    void movesWhatChangesPlaces(String before, String after, String patch) {
        assertThat(between("[" + before + "]", "[" + after + "]")).isEqualTo(patch);
    }

    @Test
    void findsWhatChangedAgainByItsFirstSharedName() {
        List<Named> before = List.of(named("{'a':1}", "p m g", "p m"), named("{'a':2}", "p n", "p n"));
        List<Named> after = List.of(named("{'a':3}", "p n", "p n"), named("{'a':4}", "p m h", "p m"));

        assertThat(JsonDiff.between(before, after).writeLine().replace('"', '\''))
                .isEqualTo("[{'op':'move','from':'/0','path':'/1'},{'op':'replace','path':'/0/a','value':3},"
                        + "{'op':'replace','path':'/1/a','value':4}]");
    }

    @Test
    void replacesWhatHasAnotherNameWhole() {
        assertThat(JsonDiff.between(List.of(named("{'a':1}", "x")), List.of(named("{'a':2}", "y")))
                        .writeLine())
                .isEqualTo(
                        "[{\"op\":\"remove\",\"path\":\"/0\"},{\"op\":\"add\",\"path\":\"/0\",\"value\":{\"a\":2}}]");
    }

    private static String between(String before, String after) {
        return JsonDiff.between(items(before), items(after)).writeLine().replace('"', '\'');
    }

    private static List<Named> items(String list) {
        return ((Items) SpelledJson.read("the list", list.replace('\'', '"')))
                .items().stream().map(item -> new Named(item, List.of())).toList();
    }

    private static Named named(String item, String... names) {
        return new Named(SpelledJson.read("the item", item.replace('\'', '"')), List.of(names));
    }
}
