package org.warmplan.worker.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.warmplan.domain.Address;
import org.warmplan.domain.Pipeline;
import org.warmplan.files.SpelledJson;
import org.warmplan.fleet.Role;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.WorkerSetup;

/** What file and flags alone show to be odd, whether or not the node starts. */
public final class FileLints {
    /** Host ports are the pipeline's two digits, the container's digit and the device (go-livepeer {@code ai/worker/docker.go:881-905}). */
    private static final Pattern ONE_DIGIT = Pattern.compile("(emulated-)?[0-9]");

    private static final int MAX_CONTAINERS = 10;
    private static final Pattern WITH_USER = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*@.*");

    private final AiModelsFile file;
    private final WorkerSetup setup;
    private final List<Lint> lints = new ArrayList<>();

    private FileLints(AiModelsFile file, WorkerSetup setup) {
        this.file = file;
        this.setup = setup;
    }

    /** The findings: first of the setup, then of the entries in their order. */
    public static List<Lint> of(AiModelsFile file, WorkerSetup setup) {
        return new FileLints(file, setup).list();
    }

    private List<Lint> list() {
        boolean worker = setup.role() != Role.ORCHESTRATOR;
        if (worker) {
            ports();
        } else {
            neededFlag();
        }
        for (AiModel entry : file.entries()) {
            keys(entry);
            if (worker) {
                capacity(entry);
                lints.addAll(FlagUse.of(entry));
                liveImage(entry);
                url(entry);
            }
            if (setup.onchain()) {
                price(entry);
                gateway(entry, worker);
            }
        }
        return List.copyOf(lints);
    }

    private void ports() {
        for (String device : setup.devices()) {
            if (!ONE_DIGIT.matcher(device).matches()) {
                lints.add(new Lint(
                        LintCode.DEVICE_PORT,
                        "-nvidia",
                        device,
                        "the device is no single digit, so containers on it get a port that does not exist"));
            }
        }
        if (setup.containersPerGpu() > MAX_CONTAINERS) {
            lints.add(new Lint(
                    LintCode.DEVICE_PORT,
                    "-aiRunnerContainersPerGPU",
                    Integer.toString(setup.containersPerGpu()),
                    "from the eleventh container of a device on, ports clash"));
        }
    }

    /** {@code starter.go:1027-1030}, before the file is read. */
    private void neededFlag() {
        if (setup.onchain()
                && !setup.trusting()
                && setup.flagPrices().findPrice().isEmpty()) {
            lints.add(new Lint(
                    LintCode.PRICE_PER_UNIT_UNTOLD,
                    "-pricePerUnit",
                    "",
                    "an orchestrator without AI worker panics without this flag, whatever its file says"));
        }
    }

    private void keys(AiModel entry) {
        for (SpelledJson.Member member : entry.unknownMembers()) {
            lints.add(Lint.of(
                    LintCode.UNKNOWN_FIELD, entry, member.key(), "", "go-livepeer knows no field of this name"));
        }
        for (String key : entry.repeatedFields()) {
            lints.add(Lint.of(
                    LintCode.REPEATED_FIELD, entry, key, "", "the field stands twice, and the last one counts"));
        }
        if (entry.modelId().isBlank()) {
            lints.add(Lint.of(
                    LintCode.MODEL_ID_MISSING, entry, "model_id", "", "no job asks for a model without a name"));
        }
    }

    private void capacity(AiModel entry) {
        long capacity = entry.capacity();
        if (!entry.isManaged()) {
            if (capacity < 0) {
                capacity(
                        LintCode.CAPACITY_NEGATIVE,
                        entry,
                        "gateways are told about four billion, and a combined node refuses the jobs");
            }
        } else if (capacity < 0) {
            capacity(LintCode.CAPACITY_NEGATIVE, entry, "no container is started for it");
        } else if (capacity > 1 && !entry.warm()) {
            capacity(LintCode.CAPACITY_IGNORED, entry, "it counts for nothing on a cold entry");
        } else if (capacity > 1 && !entry.isLive()) {
            capacity(
                    LintCode.CAPACITY_IGNORED,
                    entry,
                    "as many containers are started, but one request at a time is let in; repeat the entry instead");
        }
    }

    private void capacity(LintCode code, AiModel entry, String message) {
        lints.add(Lint.of(code, entry, "capacity", entry.capacity(), message));
    }

    private void liveImage(AiModel entry) {
        if (entry.containers() > 0
                && entry.isLive()
                && setup.images().find(entry.pipeline(), entry.modelId()).isEmpty()) {
            lints.add(Lint.of(
                    LintCode.LIVE_IMAGE_UNKNOWN,
                    entry,
                    "model_id",
                    entry.modelId(),
                    "the node starts only if -aiRunnerImageOverrides names an image for this live pipeline"));
        }
    }

    private void url(AiModel entry) {
        if (WITH_USER.matcher(entry.url()).matches()) {
            lints.add(Lint.of(
                    LintCode.SECRET_IN_URL, entry, "url", "", "a user or a password in the url is printed in logs"));
        }
        if (entry.url().contains("?") || entry.url().contains("#")) {
            // The generated client resolves ./health against it (ai/worker/runner.gen.go, NewHealthRequest).
            lints.add(
                    Lint.of(
                            LintCode.URL_CUT,
                            entry,
                            "url",
                            "",
                            "jobs are sent without what stands from ? or # on, and without the last part of the path before it"));
        }
    }

    private void price(AiModel entry) {
        BigDecimal price = entry.findPrice().orElse(null);
        if (price == null) {
            if (setup.trusting() || setup.flagPrices().findPrice().isPresent()) {
                price(LintCode.PRICE_MISSING, entry, "price_per_unit", "", "the price of -pricePerUnit is used");
            }
            return;
        }
        if (price.signum() == 0) {
            String then = "0 counts as no price: the node asks its price for transcoding if it has one";
            price(LintCode.PRICE_ZERO, entry, "price_per_unit", price, then);
        }
        if (entry.findPixelsPerUnit().isEmpty()) {
            String then = "the value of -pixelsPerUnit is used, which is meant for transcoding";
            price(LintCode.PIXELS_PER_UNIT_MISSING, entry, "pixels_per_unit", "", then);
        }
        if (entry.pipeline().equals(Pipeline.TEXT_TO_SPEECH.slug())) {
            String then = "the orchestrator counts 1000 units a character, and the gateway pays for one";
            price(LintCode.UNIT_DEFECT, entry, "pipeline", entry.pipeline(), then);
        }
    }

    private void price(LintCode code, AiModel entry, String field, Object value, String message) {
        lints.add(Lint.of(code, entry, field, value, message));
    }

    private void gateway(AiModel entry, boolean worker) {
        if (entry.isForEveryGateway()) {
            return;
        }
        if (Address.find(entry.gateway()).isEmpty()) {
            lints.add(Lint.of(
                    LintCode.GATEWAY_UNKNOWN,
                    entry,
                    "gateway",
                    entry.gateway(),
                    "no gateway has this address, so the price is asked of nobody"));
        }
        if (worker && entry.containers() > 0) {
            lints.add(Lint.of(
                    LintCode.GATEWAY_TAKES_SLOT,
                    entry,
                    "gateway",
                    entry.gateway(),
                    "the entry only sets a price for one gateway, and starts a container of its own for it"));
        }
    }
}
