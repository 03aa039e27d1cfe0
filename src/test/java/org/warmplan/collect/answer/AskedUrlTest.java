package org.warmplan.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.files.JsonText;
import org.warmplan.files.SafeUrl;

final class AskedUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/api/score, true",
        "https://a.example/x/api/score/?model=a, true",
        "https://a.example/api/scores, false",
        "https://a.example/api/score/0x1, false",
        "https://a.example/?x=/api/score, false",
        "api/score, false",
        "'', false"
    })
    void tellsAnEndpointByItsPath(String url, boolean isScore) {
        assertThat(AskedUrl.of(url).isAt("api/score")).isEqualTo(isScore);
    }

    /** Addresses are kept without what looks like a key, and the name of a model may look like one. */
    @ParameterizedTest
    @CsvSource({
        "acme%2Fpainter, acme/painter",
        "a%20b%2Bc, a b+c",
        "streamdiffusion_sdxl_v2v_faceid, streamdiffusion_sdxl_v2v_faceid"
    })
    void knowsTheWorkloadOfAnAddressThatWasMadeSafe(String parameter, String model) {
        DataIssues issues = new DataIssues();
        String url =
                SafeUrl.of("https://u:p@a.example/api/score?pipeline=Live%20video%20to%20video&model=" + parameter);

        assertThat(AskedUrl.of(url).findWorkload(Payload.of("a", JsonText.read("a", "{}"), issues)))
                .contains(new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, model));
        assertThat(issues.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pipeline=Llm, workloadUnknown",
        "model=a, workloadUnknown",
        "pipeline=&model=a, workloadUnknown",
        "pipeline=byoc&model=a, pipelineUnknown",
        "pipeline=llm&model=a%07b, modelIdInvalid"
    })
    void countsWhatNamesNoWorkload(String query, String kind) {
        DataIssues issues = new DataIssues();

        assertThat(AskedUrl.of("https://a.example/api/score?" + query)
                        .findWorkload(Payload.of("a", JsonText.read("a", "{}"), issues)))
                .isEmpty();
        assertThat(issues.list()).extracting(DataIssue::kind).containsExactly(kind);
    }
}
