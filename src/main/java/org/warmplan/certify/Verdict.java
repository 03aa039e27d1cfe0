package org.warmplan.certify;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.warmplan.problem.Solution;

/**
 * What became of a solution's claims. An amount that was not derived is null: for want of an assignment, or because the
 * file names what the problem does not have.
 *
 * @param claim what was judged
 * @param broken a sentence for every rule of the problem that the assignment breaks
 * @param contradictions a sentence for everything claimed that is not so, {@code broken} among them
 * @param value what the assignment is worth, gwei per week
 * @param priceBound what the prices prove, gwei per week; null also when they prove that there is no assignment
 * @param proof how the claim of optimality, or that nothing is feasible, was proved
 * @param nodes looked at while exhausting
 */
public record Verdict(
        Solution claim,
        List<String> broken,
        List<String> contradictions,
        @Nullable BigInteger value,
        @Nullable BigInteger priceBound,
        Proof proof,
        long nodes) {
    /** How far a claim that nothing is better was proved again. */
    public enum Proof {
        /** Nothing of the kind is claimed. */
        NOT_CLAIMED,
        PROVED_BY_PRICES,
        /** All assignments were looked at or ruled out once more. */
        EXHAUSTED,
        /** That took too many nodes; nothing speaks against the claim. */
        NOT_REPROVED,
        /** Something else is contradicted already. */
        NOT_JUDGED,
        CONTRADICTED;

        /** As in the JSON document. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Verdict {
        broken = List.copyOf(broken);
        contradictions = List.copyOf(contradictions);
    }

    /** Whether nothing that is claimed is contradicted. */
    public boolean stands() {
        return contradictions.isEmpty();
    }
}
