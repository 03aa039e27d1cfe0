package org.warmplan.worker.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the logs, docker and the network say of every planned slot. Where two contradict each other the
 * later one counts, and both are shown. That a model is advertised as warm is never taken for its being warm: the flag
 * repeats the file, whatever the containers do ({@code core/ai.go:160-167} in go-livepeer at 176aa415).
 */
public final class Judge {
    /** How long a registry may take to ask again ({@code -liveAICapReportInterval}, {@code starter.go:264} at 176aa415). */
    static final Duration REGISTRY = Duration.ofMinutes(25);

    private final Sightings sightings;
    private final LogJudge logs;
    private final DockerJudge docker;

    private Judge(Sightings sightings, List<PlannedSlot> all) {
        this.sightings = sightings;
        this.logs = new LogJudge(sightings, all);
        this.docker = new DockerJudge(sightings, all);
    }

    /** A verdict for each slot, in order. */
    public static List<Verdict> judge(List<PlannedSlot> slots, Sightings sightings) {
        Judge judge = new Judge(sightings, slots);
        return slots.stream().map(judge::verdict).toList();
    }

    private Verdict verdict(PlannedSlot slot) {
        Finding local = together(logs.of(slot), docker.of(slot));
        NetworkView network = sightings.network();
        if (network == null) {
            return verdict(slot, local, null);
        }
        boolean advertised = network.isAdvertisedWarm(slot.workload());
        Finding shown = local.and(List.of(Evidence.ofNetwork(network.words(slot.workload()))));
        return verdict(slot, withNetwork(shown, slot, network), advertised);
    }

    private static Verdict verdict(PlannedSlot slot, Finding finding, @Nullable Boolean advertised) {
        return new Verdict(slot, finding.state(), finding.cause(), finding.lasting(), finding.evidence(), advertised);
    }

    private Finding together(Finding log, Finding list) {
        if (log.saysNothing()) {
            return list;
        }
        if (list.saysNothing()) {
            return log;
        }
        Finding later = isLogOfBefore(log, list) ? list : later(log, list);
        return new Finding(later.state(), later.cause(), later.lasting(), log.evidence()).and(list.evidence());
    }

    /** Docker's list is of now; but of what goes on inside go-livepeer only its log knows. */
    private Finding later(Finding log, Finding list) {
        return switch (log.state()) {
            case WARM -> list.state() == WarmState.UNKNOWN ? ofRunning(log, list) : list;
            case LOADING -> list.state() == WarmState.NOT_WARM && !isAwaited(log, list) ? list : log;
            case NOT_WARM -> log;
            case UNKNOWN -> list;
        };
    }

    /** A container runs that the log has seen ready: unless docker has started it again since. */
    private static Finding ofRunning(Finding log, Finding list) {
        Instant ready = exactTime(log);
        Instant started = exactTime(list);
        return ready != null && started != null && started.isAfter(ready)
                ? Finding.loading(Cause.RELOADING, list.evidence())
                : log;
    }

    /** Whether docker cannot have the container yet: its turn has not come, or it was started only just now. */
    private boolean isAwaited(Finding log, Finding list) {
        if (list.cause() != Cause.CONTAINER_GONE) {
            return false;
        }
        if (log.cause() != Cause.MODEL_LOADING && log.cause() != Cause.RELOADING && log.cause() != Cause.DOWNLOADING) {
            return true;
        }
        Instant at = newestTime(log);
        return at != null && Duration.between(at, sightings.now()).compareTo(Duration.ofSeconds(30)) < 0;
    }

    /** A log that ends before the container was even started, and tells of an end, is of an earlier run. */
    private static boolean isLogOfBefore(Finding log, Finding list) {
        Instant said = exactTime(log);
        Instant started = exactTime(list);
        return log.state() == WarmState.NOT_WARM
                && list.cause() != Cause.CONTAINER_GONE
                && said != null
                && started != null
                && started.isAfter(said);
    }

    private static @Nullable Instant exactTime(Finding finding) {
        return finding.evidence().stream()
                .filter(Evidence::exact)
                .flatMap(e -> Optional.ofNullable(e.at()).stream())
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant newestTime(Finding finding) {
        return finding.evidence().stream()
                .flatMap(e -> Optional.ofNullable(e.at()).stream())
                .max(Instant::compareTo)
                .orElse(null);
    }

    private Finding withNetwork(Finding local, PlannedSlot slot, NetworkView network) {
        boolean advertised = network.isAdvertisedWarm(slot.workload());
        if (local.state() == WarmState.WARM) {
            return advertised && network.isPriced(slot.workload())
                    ? local
                    : local.withCause(advertised ? Cause.PRICE_MISSING : ofAbsent(slot, network));
        }
        if (!local.saysNothing()) {
            return local;
        }
        if (advertised) {
            boolean priced = network.isPriced(slot.workload());
            return local.withCause(priced ? Cause.ONLY_ADVERTISED : Cause.PRICE_MISSING);
        }
        Cause cause = ofAbsent(slot, network);
        return cause == Cause.NOT_YET_POLLED ? local.withCause(cause) : Finding.notWarm(cause, local.evidence());
    }

    private Cause ofAbsent(PlannedSlot slot, NetworkView network) {
        boolean due =
                sightings.findAge().filter(age -> age.compareTo(REGISTRY) > 0).isPresent();
        if (!due) {
            return Cause.NOT_YET_POLLED;
        }
        return network.isAdvertised(slot.workload()) ? Cause.ADVERTISED_COLD : Cause.NOT_ADVERTISED;
    }
}
