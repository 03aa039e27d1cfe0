package org.warmplan.collect.answer;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** What a part is the answer to, as far as its address tells. The path of a file tells nothing. */
public final class AskedUrl {
    private final String text;
    private final @Nullable HttpUrl url;

    private AskedUrl(String text) {
        this.text = text;
        this.url = HttpUrl.parse(text);
    }

    public static AskedUrl of(String url) {
        return new AskedUrl(url);
    }

    /** Whether the address without its parameters ends in {@code /endpoint}, like {@code api/score}. */
    public boolean isAt(String endpoint) {
        return url != null && url.encodedPath().replaceFirst("/+$", "").endsWith("/" + endpoint);
    }

    /** The parameter's value, decoded; empty when it is not there or says nothing. */
    public Optional<String> findParameter(String name) {
        return url == null
                ? Optional.empty()
                : Optional.ofNullable(url.queryParameter(name)).filter(value -> !value.isBlank());
    }

    /** Whether it asks about a pipeline or a model, or both. */
    public boolean asksAboutAWorkload() {
        return findParameter("pipeline").isPresent() || findParameter("model").isPresent();
    }

    /** The workload it asks about with {@code pipeline} and {@code model}; empty, with an issue of {@code answer}, for none. */
    public Optional<Workload> findWorkload(Payload answer) {
        Optional<String> name = findParameter("pipeline");
        Optional<String> model = findParameter("model");
        if (name.isEmpty() || model.isEmpty()) {
            answer.odd(
                    "workloadUnknown",
                    text,
                    "An answer whose address names no pipeline and model may mix workloads; it was left out.");
            return Optional.empty();
        }
        Optional<Pipeline> pipeline = WorkloadNames.findPipeline(name.get());
        if (pipeline.isEmpty()) {
            answer.odd("pipelineUnknown", name.get(), "Tests of what is no AI pipeline of ours were left out.");
            return Optional.empty();
        }
        Optional<Workload> workload = WorkloadNames.findWorkload(pipeline.get(), model.get());
        if (workload.isEmpty()) {
            answer.odd("modelIdInvalid", model.get(), "A model id that no model can have was left out.");
        }
        return workload;
    }

    @Override
    public String toString() {
        return text;
    }
}
