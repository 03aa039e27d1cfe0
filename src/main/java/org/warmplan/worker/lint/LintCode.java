package org.warmplan.worker.lint;

import org.warmplan.domain.StableKey;

/** Everything that is looked for, with how much it matters and what to do about it. */
public enum LintCode {
    /** A device or container whose host port does not exist or clashes. */
    DEVICE_PORT(Severity.WARNING, "name devices by single digits and keep -aiRunnerContainersPerGPU at 10 or less"),
    /** A capacity below 0. */
    CAPACITY_NEGATIVE(Severity.WARNING, "leave \"capacity\" out"),
    /** A capacity that does not let in more requests. */
    CAPACITY_IGNORED(Severity.WARNING, "repeat the entry once for every container"),
    /** A field go-livepeer does not know; often a misspelled one. */
    UNKNOWN_FIELD(Severity.NOTE, "correct its spelling, or leave it: it does no harm"),
    /** A field that stands twice in an entry; the last counts. */
    REPEATED_FIELD(Severity.WARNING, "keep the one you mean"),
    /** An entry without a model id. */
    MODEL_ID_MISSING(Severity.ERROR, "add \"model_id\""),
    /** An entry that is advertised, but no job reaches it. */
    NEVER_SERVED(Severity.WARNING, "take the entry out, or mend what stands in its way"),
    /** Live video on a remote worker. */
    LIVE_ON_REMOTE(Severity.ERROR, "list live video on a combined node"),
    /** A live pipeline without a known image. */
    LIVE_IMAGE_UNKNOWN(Severity.WARNING, "check its spelling, and the image in -aiRunnerImageOverrides"),
    /** Images that are pulled at start where the machine lacks them. */
    IMAGE_PULL(Severity.NOTE, "pull them before the restart with docker pull"),
    /** Optimisation flags that do nothing. */
    FLAGS_IGNORED(Severity.WARNING, "take \"optimization_flags\" out of the entry"),
    /** A flag that is set to false: it does nothing but lengthen the limit for loading. */
    FLAG_OFF(Severity.NOTE, "take it out"),
    /** SFAST together with DEEPCACHE. */
    FLAGS_CLASH(Severity.ERROR, "keep one of them: each needs its own look at the pictures"),
    /** DEEPCACHE on a model of few steps: worse pictures, no gain. */
    DEEPCACHE_FEW_STEP(Severity.WARNING, "take DEEPCACHE out"),
    /** A flag on a model it was not made for. */
    FLAG_UNSOUND(Severity.ERROR, "take the flag out"),
    /** A flag that is on whatever its value, because the runner only looks whether it is set. */
    FLAG_ON_BY_PRESENCE(Severity.WARNING, "take it out to turn it off"),
    /** A flag of the name of a variable that go-livepeer sets itself, or that the runner starts by. */
    FLAG_RESERVED(Severity.WARNING, "take it out"),
    /** An environment variable that no runner of this pipeline is known to read. */
    FLAG_UNKNOWN(Severity.NOTE, "check its spelling"),
    /** An entry priced by -pricePerUnit, the price of transcoding. */
    PRICE_MISSING(Severity.WARNING, "add \"price_per_unit\""),
    /** An orchestrator without AI worker that nobody told the -pricePerUnit of: it does not start without that flag. */
    PRICE_PER_UNIT_UNTOLD(Severity.NOTE, "make sure that the node has it, and say its value with --price-per-unit"),
    /** A price of 0, which counts as none. */
    PRICE_ZERO(Severity.WARNING, "set the price you want"),
    /** A price below 1 wei, which the network's lists show as 0. */
    PRICE_BELOW_ONE_WEI(Severity.WARNING, "check the unit: most pipelines bill by the pixel"),
    /** A price in dollars that is a thousand times too high or more. */
    PRICE_USD_TOO_HIGH(Severity.ERROR, "it was meant in wei: take \"currency\" out"),
    /** A price a thousand times above or below all documents. */
    PRICE_FAR_OFF(Severity.WARNING, "check units and currency"),
    /** An entry priced per -pixelsPerUnit, which is meant for transcoding. */
    PIXELS_PER_UNIT_MISSING(Severity.WARNING, "add \"pixels_per_unit\": 1"),
    /** A price over a cap that you know gateways to have. */
    PRICE_OVER_CAP(Severity.WARNING, "ask less than the cap"),
    /** Text to speech, where orchestrator and gateway count units differently. */
    UNIT_DEFECT(Severity.WARNING, "do not count on its income until go-livepeer is mended"),
    /** A price just below a cap that you know gateways to have. */
    PRICE_NEAR_CAP(
            Severity.NOTE,
            "leave a tenth between them: what the node advertises is above what you set, by the cost of redeeming tickets"),
    /** A gateway that is no address: its price is asked of nobody. */
    GATEWAY_UNKNOWN(Severity.WARNING, "write the gateway's address, 0x and 40 digits"),
    /** A price for one gateway in a warm entry, which takes a slot of its own. */
    GATEWAY_TAKES_SLOT(Severity.WARNING, "keep gateway prices in the file of an orchestrator without workers"),
    /** A user or password in a url. */
    SECRET_IN_URL(Severity.WARNING, "use \"token\", which is kept out of reports"),
    /** A url with a query or a fragment, which go-livepeer drops. */
    URL_CUT(Severity.WARNING, "leave it out, and put a key into \"token\""),
    /** What is warm on a card needs more memory than it has. */
    WARM_VRAM_OVER_CARD(Severity.ERROR, "warm less on this card, or add your own figure under overrides"),
    /** What is warm on a card may need more memory than it has when all of it works at once. */
    COLOCATED_PEAKS(
            Severity.WARNING,
            "warm one of them elsewhere, or measure it under load and add your own figure under overrides"),
    /** Nothing public says how much memory a model takes. */
    VRAM_UNKNOWN(Severity.NOTE, "measure it with nvidia-smi while it serves, and add vramMib under overrides"),
    /** A cold model that does not fit on a card it may land on. */
    COLD_TOO_LARGE(Severity.WARNING, "take the entry out, or keep that card's slot filled"),
    /** An image that nobody has shown to work on this card. */
    IMAGE_NOT_PROVEN(Severity.WARNING, "try it by hand before you count on it"),
    /** A model that takes longer to load than go-livepeer waits. */
    LOAD_PAST_LIMIT(Severity.ERROR, "put the weights on a faster disk, and add your own loadSeconds under overrides"),
    /** Weights that are not in the models folder. */
    MODEL_NOT_ON_DISK(
            Severity.WARNING, "download them before the restart: a container that is not ready in time ends the node"),
    /** Weights that are not in the models folder, of a runner that never downloads any. */
    MODEL_NEVER_FETCHED(Severity.ERROR, "download them before the restart: this runner fails without them"),
    /** A models folder that cannot be looked at. */
    MODELS_UNSEEN(Severity.NOTE, "correct modelsDir in the fleet file, or run the check on the worker itself"),
    /** Weights whose download was cut or is going on. */
    MODEL_INCOMPLETE(Severity.WARNING, "let the download end before the restart"),
    /** Too little space for the weights that are missing. */
    DISK_FULL(Severity.ERROR, "make room in the models folder first"),
    /** A model that is warm on one remote worker and cold on another: the first to connect stands for all. */
    WARMTH_DIFFERS(Severity.WARNING, "give it the same \"warm\" everywhere, or list it on one worker only"),
    /** A model on a remote worker without a price at its orchestrator. */
    ORCHESTRATOR_PRICE_MISSING(Severity.ERROR, "add an entry with its price to the orchestrator's file");

    private final Severity severity;
    private final String wayOut;

    LintCode(Severity severity, String wayOut) {
        this.severity = severity;
        this.wayOut = wayOut;
    }

    public Severity severity() {
        return severity;
    }

    /** What the operator can do, going on from "Maybe". */
    public String wayOut() {
        return wayOut;
    }

    /** A stable key in lowerCamelCase, like {@code priceZero}. */
    public String key() {
        return StableKey.of(this);
    }
}
