package org.warmplan.fleet;

import java.util.regex.Pattern;
import org.warmplan.domain.Workload;

/**
 * The name of a managed container: pipeline, model id and port (go-livepeer {@code ai/worker/docker.go:743-750} at
 * 176aa415). Docker takes only letters, digits and {@code _.-}, so some model ids can only be served by a url.
 */
public final class ContainerName {
    private static final Pattern TAKEN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

    private ContainerName() {}

    public static String of(Workload workload, String port) {
        return "%s_%s_%s".formatted(workload.pipeline().slug(), sanitised(workload.modelId()), port);
    }

    /** A model id as it stands in the name: several ids may become one. */
    public static String sanitised(String modelId) {
        return modelId.replace('/', '-').replace('_', '-');
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
