package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;

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
                .startsWith("[{'op':'replace','path':'',");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> between("{}", "[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> between("[]", "[")).isInstanceOf(InputException.class);
    }

    private static String between(String before, String after) {
        return JsonDiff.between(before.replace('\'', '"'), after.replace('\'', '"'))
                .writeLine()
                .replace('"', '\'');
    }
}
