package org.warmplan.explain;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.files.Fields;
import org.warmplan.fleet.Flag;

/**
 * Which flags may be tried: the section {@code experiments} of policy.yaml.
 *
 * @param flags in the order to try them; empty for none
 */
public record ExperimentPolicy(List<Flag> flags) {
    public ExperimentPolicy {
        flags = List.copyOf(flags);
    }

    /** Reads the section. */
    public static ExperimentPolicy of(Fields experiments) {
        List<Flag> flags = new ArrayList<>();
        for (String name : experiments.texts("flags")) {
            flags.add(Flag.find(name)
                    .orElseThrow(() -> experiments.wrong(
                            "flags", "names \"" + name + "\", no flag to try", "SFAST or DEEPCACHE was meant")));
        }
        experiments.end();
        return new ExperimentPolicy(flags);
    }
}
