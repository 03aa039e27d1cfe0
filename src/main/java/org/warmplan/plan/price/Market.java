package org.warmplan.plan.price;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.problem.Certificate;

/** Asks every worker and every workload what it would choose at given prices. The sum of the answers bounds all plans. */
public final class Market {
    private final Board board;
    private final List<Surplus> surpluses;
    private final List<Shelf> shelves;
    private final List<CardKind> cards;
    private final List<RigKind> rigs;
    private final int[] shelfOf;
    private final boolean[] shelfUsed;
    private final long scale;
    private final long most;

    public Market(Board board) {
        this.board = board;
        Kinds kinds = new Kinds(board);
        this.surpluses = Surplus.of(board);
        this.shelves = kinds.shelves();
        this.cards = kinds.cards();
        this.rigs = kinds.rigs();
        this.shelfOf = cards.stream().mapToInt(kinds::shelfOf).toArray();
        this.shelfUsed = new boolean[shelves.size()];
        for (CardKind card : cards) {
            shelfUsed[shelfOf[card.index()]] |= card.usesShelf();
        }
        this.scale = board.scale();
        this.most = Certificate.MAX_PRICE / (1 + board.slots());
    }

    /**
     * The answers at some prices.
     *
     * @param columns what each kind of worker chooses, by kind
     * @param sold replicas each workload takes, by workload and class
     * @param sum of all in 1/scale gwei, with the price of the changes that are allowed
     */
    @SuppressWarnings("ArrayRecordComponent") // Made by the million; never handed out.
    record Answers(RigOffer[] columns, Surplus.Choice[] sold, BigInteger sum, boolean isImpossible) {}

    public Board board() {
        return board;
    }

    public List<RigKind> rigs() {
        return rigs;
    }

    List<Surplus> surpluses() {
        return surpluses;
    }

    /** Asks all for what is best or nearly so. */
    Answers ask(Tariff tariff) {
        return ask(tariff, surplus -> surplus.near(tariff));
    }

    /** Asks all for what is best: the sum is the bound. */
    Answers askExactly(Tariff tariff) {
        return ask(tariff, surplus -> surplus.choose(tariff));
    }

    /** On all cores: each answer has its own place, so that the result is the same on any number of them. */
    private Answers ask(Tariff tariff, Function<Surplus, Surplus.Choice> choose) {
        CardKind.Offer[] offers = offers(tariff);
        RigOffer[] columns = new RigOffer[rigs.size()];
        IntStream.range(0, columns.length)
                .parallel()
                .forEach(k -> columns[k] = RigOffer.of(rigs.get(k), offers, tariff));
        Surplus.Choice[] sold = new Surplus.Choice[surpluses.size()];
        IntStream.range(0, sold.length).parallel().forEach(w -> sold[w] = choose.apply(surpluses.get(w)));
        boolean impossible = Arrays.stream(columns).anyMatch(RigOffer::isImpossible)
                || Arrays.stream(sold).anyMatch(Surplus.Choice::isImpossible);
        return new Answers(columns, sold, impossible ? BigInteger.ZERO : sum(columns, sold, tariff), impossible);
    }

    /** What every card kind offers, by kind. */
    CardKind.Offer[] offers(Tariff tariff) {
        @Nullable Packing[] packings = new Packing[shelves.size()];
        IntStream.range(0, packings.length)
                .parallel()
                .filter(s -> shelfUsed[s])
                .forEach(s -> packings[s] = shelves.get(s).packing(tariff));
        CardKind.Offer[] offers = new CardKind.Offer[cards.size()];
        IntStream.range(0, offers.length).parallel().forEach(k -> {
            CardKind card = cards.get(k);
            offers[k] = card.offer(tariff, card.usesShelf() ? packings[shelfOf[k]] : null);
        });
        return offers;
    }

    /** What every worker chooses at the first prices, by its index; empty when one can hold nothing at all. */
    public Optional<Column[]> first(double[] prices) {
        double[] scaled = Arrays.stream(prices).map(price -> price * scale).toArray();
        Answers answers = ask(rounded(scaled, scale));
        if (answers.isImpossible()) {
            return Optional.empty();
        }
        Column[] columns = new Column[board.rigs().size()];
        for (RigKind kind : rigs) {
            Column column = column(kind, answers.columns()[kind.index()].byCard());
            kind.rigs().forEach(rig -> columns[rig.index()] = column);
        }
        return Optional.of(columns);
    }

    /** A column with these replicas. */
    public Column column(RigKind kind, List<List<Candidate>> byCard) {
        return Column.of(kind, board.classes(), byCard);
    }

    /** The same price of a workload on every class, in gwei. */
    public Tariff tariff(long[] byWorkload) {
        int classes = board.classes();
        long[] whole = new long[board.candidates().size() * classes];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Math.max(-most, Math.min(most, scale * byWorkload[i / classes]));
        }
        return new Tariff(classes, scale, whole, 0);
    }

    private BigInteger sum(RigOffer[] columns, Surplus.Choice[] sold, Tariff tariff) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < columns.length; k++) {
            sum = sum.add(BigInteger.valueOf(columns[k].value())
                    .multiply(BigInteger.valueOf(rigs.get(k).count())));
        }
        for (Surplus.Choice choice : sold) {
            sum = sum.add(BigInteger.valueOf(choice.value()));
        }
        if (board.limitsChanges()) {
            sum = sum.add(BigInteger.valueOf(tariff.changePrice()).multiply(BigInteger.valueOf(board.maxChanges())));
        }
        return sum;
    }

    /** How many parts of a gwei prices are counted in, 1 to 10^6: as many as sums of all amounts leave room for. */
    long scale() {
        return scale;
    }

    /** Whole prices next to these; a price is never negative where replicas are only limited by units. */
    Tariff rounded(double[] prices, long scale) {
        int classes = board.classes();
        long[] whole = new long[board.candidates().size() * classes];
        for (Candidate candidate : board.candidates()) {
            boolean relaxed = surpluses.get(candidate.index()).isRelaxed();
            for (int c = 0; c < classes; c++) {
                int i = candidate.index() * classes + c;
                whole[i] = Math.max(relaxed ? 0 : -most, Math.min(most, Math.round(prices[i])));
            }
        }
        long change = board.limitsChanges() ? Math.max(0, Math.min(most, Math.round(prices[whole.length]))) : 0;
        return new Tariff(classes, scale, whole, change);
    }
}
