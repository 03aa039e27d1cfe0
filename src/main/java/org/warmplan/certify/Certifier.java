package org.warmplan.certify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Certificate.Method;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;
import org.warmplan.problem.Solution.Status;

/** Judges a solution: derives from the problem alone whatever it claims, and says what is not so. */
public final class Certifier {
    /** An exhaustion is repeated up to so many nodes. */
    public static final long MOST_NODES = 10_000_000;

    private final Problem problem;
    private final Solution claim;
    private final long mostNodes;
    private final List<String> broken = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private @Nullable BigInteger value;
    private @Nullable BigInteger priceBound;
    private long nodes;

    private Certifier(Problem problem, Solution claim, long mostNodes) {
        this.problem = problem;
        this.claim = claim;
        this.mostNodes = mostNodes;
    }

    public static Verdict certify(Problem problem, Solution solution) {
        return certify(problem, solution, MOST_NODES);
    }

    /** What an assignment is worth, gwei per week; empty when it breaks a rule, or names what the problem does not. */
    public static Optional<BigInteger> worth(Problem problem, Assignment assignment) {
        boolean sound = Form.mistakes(problem, assignment).isEmpty()
                && Rules.broken(problem, assignment).isEmpty();
        return sound ? Optional.of(Value.of(problem, assignment)) : Optional.empty();
    }

    static Verdict certify(Problem problem, Solution solution, long mostNodes) {
        Certifier certifier = new Certifier(problem, solution, mostNodes);
        Verdict.Proof proof = certifier.judge();
        return new Verdict(
                solution,
                certifier.broken,
                certifier.contradictions,
                certifier.value,
                certifier.priceBound,
                proof,
                certifier.nodes);
    }

    private Verdict.Proof judge() {
        if (claim.status() == Status.UNKNOWN) {
            return Verdict.Proof.NOT_CLAIMED;
        }
        Assignment assignment = claim.assignment();
        Certificate certificate = claim.certificate();
        BigInteger claimed = claim.value();
        BigInteger bound = claim.bound();
        if (assignment == null || certificate == null || claimed == null || bound == null) {
            return judgeInfeasible();
        }
        contradictions.addAll(Form.mistakes(problem, assignment));
        contradictions.addAll(Form.mistakes(problem, certificate));
        contradictions.addAll(Form.mistakes(claim.status(), claimed, bound, certificate));
        if (Form.namesUnknown(problem, assignment)) {
            return Verdict.Proof.NOT_JUDGED;
        }
        broken.addAll(Rules.broken(problem, assignment));
        contradictions.addAll(broken);
        judgeValue(assignment, claimed);
        PriceBound derived = new PriceBound(new Priced(problem, certificate));
        judgeBound(derived, certificate);
        return judgeOptimality(derived, claimed, bound);
    }

    private void judgeValue(Assignment assignment, BigInteger claimed) {
        BigInteger worth = Value.of(problem, assignment);
        value = worth;
        if (!worth.equals(claimed)) {
            contradictions.add("The assignment is worth %s, not the value %s.".formatted(worth, claimed));
        }
    }

    private void judgeBound(PriceBound derived, Certificate certificate) {
        Optional<BigInteger> gwei = derived.gwei();
        priceBound = gwei.orElse(null);
        if (gwei.isEmpty()) {
            contradictions.add("The prices prove that no assignment keeps the rules, so there is no priceBound of %s."
                    .formatted(certificate.priceBound()));
        } else if (!gwei.get().equals(certificate.priceBound())) {
            contradictions.add(
                    "The prices prove %s, not the priceBound %s.".formatted(gwei.get(), certificate.priceBound()));
        }
    }

    private Verdict.Proof judgeOptimality(PriceBound derived, BigInteger claimed, BigInteger bound) {
        if (claim.status() != Status.OPTIMAL) {
            return Verdict.Proof.NOT_CLAIMED;
        }
        if (!contradictions.isEmpty()) {
            return Verdict.Proof.NOT_JUDGED;
        }
        if (priceBound != null && priceBound.compareTo(bound) <= 0) {
            return Verdict.Proof.PROVED_BY_PRICES;
        }
        return exhaust(derived, claimed, "worth %s, so that the value %s is not the best");
    }

    /** Without prices a bound of nothing at all still proves that some rules cannot be kept. */
    private Verdict.Proof judgeInfeasible() {
        Certificate free = new Certificate(Method.PRICES, BigInteger.ZERO, 1, new TreeMap<>(), 0);
        PriceBound derived = new PriceBound(new Priced(problem, free));
        if (derived.total().isNone()) {
            return Verdict.Proof.PROVED_BY_PRICES;
        }
        return exhaust(derived, null, "worth %s, so that the problem is not INFEASIBLE");
    }

    private Verdict.Proof exhaust(PriceBound derived, @Nullable BigInteger claimed, String so) {
        Exhaustion.Outcome outcome = Exhaustion.search(derived, claimed, mostNodes);
        nodes = outcome.nodes();
        Assignment better = outcome.better();
        if (better == null) {
            return outcome.complete() ? Verdict.Proof.EXHAUSTED : Verdict.Proof.NOT_REPROVED;
        }
        List<String> wrong = Rules.broken(problem, better);
        BigInteger worth = Value.of(problem, better);
        if (!wrong.isEmpty() || (claimed != null && worth.compareTo(claimed) <= 0)) {
            throw new IllegalStateException("The exhaustion found %s, worth %s: %s".formatted(better, worth, wrong));
        }
        contradictions.add("The assignment %s keeps every rule and is %s."
                .formatted(better.byGpu(), so.formatted(worth, claimed)));
        return Verdict.Proof.CONTRADICTED;
    }
}
