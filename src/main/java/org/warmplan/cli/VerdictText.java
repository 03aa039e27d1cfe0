package org.warmplan.cli;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.warmplan.certify.Verdict;
import org.warmplan.files.Visible;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Solution;
import org.warmplan.problem.Solution.Status;

/** A verdict as lines, one for each claim and one for each contradiction. */
final class VerdictText {
    private final Verdict verdict;
    private final StringBuilder text = new StringBuilder();

    private VerdictText(Verdict verdict) {
        this.verdict = verdict;
    }

    static String write(Verdict verdict) {
        VerdictText lines = new VerdictText(verdict);
        Solution claim = verdict.claim();
        Certificate certificate = claim.certificate();
        if (certificate != null) {
            lines.assignment(claim, certificate);
        } else {
            lines.nothing(claim);
        }
        verdict.contradictions().forEach(sentence -> lines.line("contradicted", sentence));
        return lines.text.toString();
    }

    private void assignment(Solution claim, Certificate certificate) {
        line(
                "claimed",
                "%s, value %s, bound %s, method %s, priceBound %s gwei per week"
                        .formatted(
                                claim.status(),
                                claim.value(),
                                claim.bound(),
                                certificate.method().word(),
                                certificate.priceBound()));
        line("feasibility", feasibility());
        line("value", derived(verdict.value(), claim.value(), "not derived"));
        line("bound", "the prices prove " + derived(verdict.priceBound(), certificate.priceBound(), "none"));
        line("optimality", proof());
        line("gap", String.format(Locale.ROOT, "%.4f %%", 100 * claim.gap()));
    }

    private void nothing(Solution claim) {
        String reason = claim.reason();
        line("claimed", claim.status() + (reason == null ? "" : ", " + reason));
        if (claim.status() == Status.UNKNOWN) {
            line("feasibility", "nothing is claimed, so nothing can be contradicted");
        } else {
            line("infeasibility", proof());
        }
    }

    private String feasibility() {
        int broken = verdict.broken().size();
        if (verdict.value() == null) {
            return "not judged";
        }
        return broken == 0 ? "every rule is kept" : broken == 1 ? "1 rule is broken" : broken + " rules are broken";
    }

    private static String derived(@Nullable BigInteger derived, @Nullable BigInteger claimed, String none) {
        if (derived == null) {
            return none;
        }
        return derived + (derived.equals(claimed) ? ", as claimed" : ", not " + claimed);
    }

    private String proof() {
        return switch (verdict.proof()) {
            case NOT_CLAIMED -> "not claimed";
            case PROVED_BY_PRICES -> "proved by prices";
            case EXHAUSTED -> "re-proved by exhausting (%d nodes)".formatted(verdict.nodes());
            case NOT_REPROVED -> "claimed, not re-proved";
            case NOT_JUDGED -> "not judged, for something else is contradicted";
            case CONTRADICTED -> "contradicted";
        };
    }

    /** Ids come from outside. */
    private void line(String what, String says) {
        text.append(what).append(": ").append(Visible.of(says)).append('\n');
    }
}
