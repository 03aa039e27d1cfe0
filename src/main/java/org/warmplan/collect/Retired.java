package org.warmplan.collect;

import java.util.List;
import java.util.regex.Pattern;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.domain.InputException;

/**
 * Addresses that documents still name although nothing useful answers there any more, with what took their place. Facts
 * from Cloud-SPE/livepeer-naap-analytics (medallion v2 and e380e6c), livepeer-tools-ui (data services) and
 * livepeer/go-livepeer, as of 2026.
 */
enum Retired {
    AI_CAPABILITIES(
            "https?://.*/getOrchestratorAICapabilities/?(?:[?#].*)?",
            "was an endpoint of a fork and is gone",
            "use kind network-capabilities with the gateway's /getNetworkCapabilities"),
    LIVEPEER_API(
            "https?://livepeer-api\\.livepeer\\.cloud(?:[:/].*)?",
            "is switched off",
            "use kind payouts with https://livepeer-network-api.cloudspe.com"),
    NET_ORCHESTRATORS(v1("net/orchestrators"), gone(), naap("dashboard/orchestrators")),
    NET_MODELS(v1("net/models"), gone(), naap("streaming/models and requests/models")),
    NET_CAPACITY(v1("net/capacity"), gone(), naap("streaming/models")),
    NET_OTHER(v1("net/[a-z/-]+"), gone(), naap("the dashboard endpoints")),
    PERF(v1("perf/by-model"), gone(), naap("requests/models")),
    SLA(v1("sla/compliance"), gone(), naap("dashboard/orchestrators")),
    DEMAND(v1("network/demand"), gone(), naap("streaming/demand")),
    GPU(v1("gpu/metrics"), gone(), naap("streaming/models")),
    OLD_V1(
            v1("(?:streams|fps|payments|reliability|leaderboard|gateways)(?:/[a-z/-]+)?"),
            gone(),
            naap("the dashboard endpoints")),
    HOSTED_SUBGRAPH(
            "https?://api\\.thegraph\\.com/subgraphs/name/livepeer/.*",
            "is switched off: The Graph's hosted service has ended",
            "use kind explorer-orchestrators, or kind payouts with https://livepeer-network-api.cloudspe.com");

    private final Pattern form;
    private final String what;
    private final String successor;

    Retired(String form, String what, String successor) {
        this.form = Pattern.compile(form, Pattern.CASE_INSENSITIVE);
        this.what = what;
        this.successor = successor;
    }

    /**
     * Lets every other source pass.
     *
     * @throws InputException when nothing answers at its url any more, naming what to use instead
     */
    static void refuse(SourceSettings source) {
        for (Retired retired : List.of(values())) {
            if (retired.form.matcher(source.url()).matches()) {
                throw new InputException("The source %s %s, so it was not asked. Maybe %s."
                        .formatted(source.safeUrl(), retired.what, retired.successor));
            }
        }
    }

    private static String v1(String path) {
        return "https?://[^/]+/v1/" + path + "/?(?:[?#].*)?";
    }

    private static String gone() {
        return "was taken out of the NaaP API in April 2026";
    }

    private static String naap(String endpoint) {
        return "use kind naap with the address of the server alone: it asks " + endpoint;
    }
}
