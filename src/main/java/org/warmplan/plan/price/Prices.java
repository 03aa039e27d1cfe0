package org.warmplan.plan.price;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Rig;
import org.warmplan.problem.Certificate;

/** The prices that prove the lowest bound found, with the answers they were found from. */
public final class Prices {
    private final Market market;
    private final Tariff tariff;
    private final BigInteger bound;
    private final long surplus;
    private final List<List<Piece>> pieces;

    private Prices(Market market, Tariff tariff, List<List<Piece>> pieces) {
        Market.Answers answers = market.askExactly(tariff);
        this.market = market;
        this.tariff = tariff;
        this.bound = bound(answers.sum(), tariff.scale());
        this.surplus =
                Arrays.stream(answers.sold()).mapToLong(Surplus.Choice::value).sum();
        this.pieces = pieces;
    }

    /**
     * How hard to search.
     *
     * @param rounds answers asked for at most
     * @param tolerance part of the bound that may be left to gain
     */
    public record Effort(int rounds, double tolerance) {}

    /**
     * Lowers the bound from a plan at hand.
     *
     * @param start prices to begin with, by workload and class, in gwei
     * @param plan a column for every worker, by its index
     * @param reached value of a plan that keeps all rules, if there is one: a bound as low needs no further search
     * @return empty when some worker or workload cannot keep its rules at any prices, which proves that no plan can
     */
    public static Optional<Prices> find(
            Market market,
            double[] start,
            Column[] plan,
            Optional<Long> reached,
            Effort effort,
            BooleanSupplier isTimeUp) {
        long scale = market.scale();
        double[] scaled = start.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= scale;
        }
        Bundle bundle = new Bundle(market, scale, scaled);
        if (bundle.isImpossible()) {
            return Optional.empty();
        }
        bundle.begin(plan);
        // The bound is rounded down: less than one gwei above the value is as good as equal.
        BigInteger enough = reached.map(v -> BigInteger.valueOf(v + 1)
                        .multiply(BigInteger.valueOf(scale))
                        .subtract(BigInteger.ONE))
                .orElse(BigInteger.valueOf(Long.MIN_VALUE));
        bundle.lower(effort, enough, isTimeUp);
        return Optional.of(new Prices(market, bundle.tariff(), bundle.pieces()));
    }

    /** The prices of a certificate. */
    public static Prices of(Market market, Certificate certificate) {
        Board board = market.board();
        long[] prices = new long[board.candidates().size() * board.classes()];
        for (Candidate candidate : board.candidates()) {
            for (int c = 0; c < board.classes(); c++) {
                prices[candidate.index() * board.classes() + c] = certificate.price(candidate.id(), board.classId(c));
            }
        }
        return new Prices(
                market, new Tariff(board.classes(), certificate.scale(), prices, certificate.changePrice()), List.of());
    }

    /** These prices, whatever they prove; some plan must be possible. */
    public static Prices of(Market market, Tariff tariff) {
        return new Prices(market, tariff, List.of());
    }

    /** What all curves pay beyond these prices, in 1/scale gwei. */
    public long surplus() {
        return surplus;
    }

    private static BigInteger bound(BigInteger sum, long scale) {
        BigInteger[] parts = sum.divideAndRemainder(BigInteger.valueOf(scale));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    public Tariff tariff() {
        return tariff;
    }

    /** No plan is worth more, in gwei per week. */
    public BigInteger bound() {
        return bound;
    }

    /** What a kind of worker was found to choose, what the prices lean to most first. */
    public List<Column> columns(RigKind kind) {
        return pieces.get(kind.index()).stream()
                .sorted(Comparator.comparingDouble((Piece piece) -> -piece.weight))
                .map(Piece::getColumn)
                .toList();
    }

    /** What part of a kind of worker the prices would leave as it is today, 0 to 1. */
    public double kept(RigKind kind) {
        return pieces.get(kind.index()).stream()
                .filter(piece -> piece.getColumn().changedSlots() == 0)
                .mapToDouble(piece -> piece.weight)
                .sum();
    }

    /** A column for every worker, by its index: the one the prices lean to. */
    public Column[] leaning() {
        Board board = market.board();
        Column[] columns = new Column[board.rigs().size()];
        for (RigKind kind : market.rigs()) {
            List<Piece> all = pieces.get(kind.index());
            double[] left = all.stream()
                    .mapToDouble(piece -> piece.weight * kind.count())
                    .toArray();
            for (Rig rig : kind.rigs()) {
                int most = 0;
                for (int i = 1; i < left.length; i++) {
                    most = left[i] > left[most] ? i : most;
                }
                left[most]--;
                columns[rig.index()] = all.get(most).getColumn();
            }
        }
        return columns;
    }
}
