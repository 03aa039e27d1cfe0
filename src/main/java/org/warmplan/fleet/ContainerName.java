package org.warmplan.fleet;

import java.util.regex.Pattern;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * The name of a managed container: pipeline, model id and port (go-livepeer {@code ai/worker/docker.go:743-750} at
 * 176aa415). Docker takes only letters, digits and {@code _.-}, so some model ids can only be served by a url.
 */
public final class ContainerName {
    private static final Pattern TAKEN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

    private ContainerName() {}

    public static String of(Workload workload, String port) {
        return of(workload.pipeline(), workload.modelId(), port);
    }

    /** The same for a model id that may be none: slashes and underscores become hyphens, so several ids may share a name. */
    public static String of(Pipeline pipeline, String modelId, String port) {
        return "%s_%s_%s".formatted(pipeline.slug(), modelId.replace('/', '-').replace('_', '-'), port);
    }

    /** Whether Docker takes a name. */
    public static boolean isTaken(String name) {
        return TAKEN.matcher(name).matches();
    }

    /** Whether a workload can run in a managed container at all. */
    static boolean hasOne(Workload workload) {
        return isTaken(of(workload, "8000"));
    }
}
