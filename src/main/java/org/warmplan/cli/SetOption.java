package org.warmplan.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that changes policy.yaml for one run. */
final class SetOption {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets something of policy.yaml for this run only, like demand.windowDays=14 or"
                    + " prices.caps.text-to-image=8000000; a list as [SFAST, DEEPCACHE]. May be given several times.")
    private List<String> set = new ArrayList<>();

    /**
     * What was set.
     *
     * @throws org.warmplan.domain.UsageException for a key that policy.yaml does not have, or a value that is none
     */
    PolicySettings settings() {
        return PolicySettings.of(set);
    }
}
