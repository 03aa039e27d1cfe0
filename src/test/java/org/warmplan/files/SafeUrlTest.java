package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "https://gw.example:8935/a?pipeline=llm&model=x|https://gw.example:8935/a?pipeline=llm&model=x",
                "https://user:pass@gw.example/a|https://gw.example/a",
                "HTTPS://user:p@ss@gw.example/a|HTTPS://gw.example/a",
                "https://user:pa/ss@gw.example/a|https://***",
                "https://user:pa#ss@gw.example/a|https://***",
                "https://gw.example/a?apikey=abc&x=1#token=abc|https://gw.example/a?apikey=***&x=1",
                "https://gw.example/a?Access_Token=abc|https://gw.example/a?Access_Token=***",
                "https://gw.example/a?k=0123456789abcdefghijklmnop|https://gw.example/a?k=***",
                "https://gw.example/a?model=streamdiffusion_sdxl_v2v_plus&pipeline=llm"
                        + "|https://gw.example/a?model=streamdiffusion_sdxl_v2v_plus&pipeline=llm",
                "https://gw.example/a?0123456789abcdefghijklmnop|https://gw.example/a?***",
                "https://gw.example/api/0123456789abcdef0123456789abcdef/id|https://gw.example/api/***/id",
                "https://gw.example/a?x=eyJhbGciOi.eyJzdWIi.sig-1|https://gw.example/a?x=***",
                "https://[::1]:5935/a|https://[::1]:5935/a",
                "https://gw.example/o/0x1111111111111111111111111111111111111111|"
                        + "https://gw.example/o/0x1111111111111111111111111111111111111111",
                "data/a?token=b.json|data/a?token=b.json"
            })
    void hidesWhatMayBeASecret(String url, String safe) {
        assertThat(SafeUrl.of(url)).isEqualTo(safe);
    }
}
