package org.warmplan.plan.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The answers gathered so far, blended: for every kind of worker and every workload weights that add up to one. Finds the
 * blend whose worth is most at the middle prices less a charge for every imbalance; what the charge adds to the middle
 * prices are the prices to ask at next. This is the dual of a proximal bundle step with a bundle for each block of its own.
 */
final class Blend {
    private static final int MOST_PIECES = 40;
    private static final int STALE = 12;

    private final List<Block> blocks = new ArrayList<>();
    private final double[] stiffness;
    private final double[] middle;
    private final double[] balance;
    private final double[] prices;
    private final double[] scratch;
    private double step = 1;

    /** One kind of worker or one workload; {@code count} of them act as one. */
    static final class Block {
        final double count;
        final List<Piece> pieces = new ArrayList<>();

        Block(double count) {
            this.count = count;
        }
    }

    Blend(double[] middle, double[] stiffness) {
        this.middle = middle.clone();
        this.stiffness = stiffness;
        this.balance = new double[middle.length];
        this.prices = middle.clone();
        this.scratch = new double[middle.length];
    }

    Block block(double count) {
        Block block = new Block(count);
        blocks.add(block);
        return block;
    }

    /** Adds an answer, without weight as yet. */
    void add(Block block, Piece piece) {
        mix(block, piece, 0);
    }

    /** Adds a piece with this weight; equal ones add up. Weights of a block must add up to one before it is settled. */
    void mix(Block block, Piece piece, double weight) {
        for (Piece known : block.pieces) {
            if (known.isSame(piece)) {
                known.weight += weight;
                known.idle = 0;
                return;
            }
        }
        block.pieces.add(piece);
        piece.weight = weight;
    }

    double[] prices() {
        return prices;
    }

    void setMiddle(double[] other) {
        System.arraycopy(other, 0, middle, 0, middle.length);
        settlePrices();
    }

    /** How far prices may go for an imbalance; larger is bolder. */
    void setStep(double other) {
        step = other;
        settlePrices();
    }

    double step() {
        return step;
    }

    private void settlePrices() {
        for (int j = 0; j < prices.length; j++) {
            prices[j] = middle[j] - step * stiffness[j] * balance[j];
        }
    }

    /** What the blend is worth at the middle prices, less half the charge for its imbalance: no prices near do better. */
    double worth() {
        double sum = 0;
        for (Block block : blocks) {
            for (Piece piece : block.pieces) {
                if (piece.weight > 0) {
                    sum += block.count * piece.weight * piece.at(middle);
                }
            }
        }
        for (int j = 0; j < balance.length; j++) {
            sum -= step * stiffness[j] * balance[j] * balance[j] / 2;
        }
        return sum;
    }

    /** Shifts weights, block by block, until a round gains next to nothing. */
    void settle(int rounds, double enough) {
        for (int round = 0; round < rounds; round++) {
            double gained = 0;
            for (Block block : blocks) {
                for (int i = 0; i < 3; i++) {
                    double gain = shift(block);
                    gained += gain;
                    if (gain <= 0) {
                        break;
                    }
                }
            }
            if (gained < enough) {
                break;
            }
        }
        // Sums of many small moves drift; start the next step from clean ones.
        Arrays.fill(balance, 0);
        for (Block block : blocks) {
            for (Piece piece : block.pieces) {
                if (piece.weight > 0) {
                    for (int i = 0; i < piece.index.length; i++) {
                        balance[piece.index[i]] += block.count * piece.weight * piece.amount[i];
                    }
                }
            }
        }
        settlePrices();
    }

    /** Moves weight from the least worthy piece to the worthiest, as far as that gains. Returns the gain. */
    private double shift(Block block) {
        Piece best = null;
        Piece worst = null;
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (Piece piece : block.pieces) {
            double worth = piece.at(prices);
            if (worth > most) {
                most = worth;
                best = piece;
            }
            if (piece.weight > 0 && worth < least) {
                least = worth;
                worst = piece;
            }
        }
        if (best == null || worst == null || best == worst || most - least <= 1e-9 * Math.abs(most)) {
            return 0;
        }
        double bend = bend(best, worst) * block.count * step;
        double mass = Math.min(worst.weight, bend <= 0 ? 1 : (most - least) / bend);
        worst.weight -= mass;
        if (worst.weight < 1e-12) {
            mass += worst.weight;
            worst.weight = 0;
        }
        best.weight += mass;
        move(best, block.count * mass);
        move(worst, -block.count * mass);
        return block.count * mass * ((most - least) - bend * mass / 2);
    }

    private double bend(Piece a, Piece b) {
        for (int i = 0; i < a.index.length; i++) {
            scratch[a.index[i]] += a.amount[i];
        }
        for (int i = 0; i < b.index.length; i++) {
            scratch[b.index[i]] -= b.amount[i];
        }
        return squared(a) + squared(b);
    }

    private double squared(Piece piece) {
        double sum = 0;
        for (int j : piece.index) {
            sum += stiffness[j] * scratch[j] * scratch[j];
            scratch[j] = 0;
        }
        return sum;
    }

    private void move(Piece piece, double mass) {
        for (int i = 0; i < piece.index.length; i++) {
            int j = piece.index[i];
            balance[j] += mass * piece.amount[i];
            prices[j] = middle[j] - step * stiffness[j] * balance[j];
        }
    }

    /** Forgets answers that have had no weight for long. */
    void forget() {
        for (Block block : blocks) {
            for (Piece piece : block.pieces) {
                piece.idle = piece.weight > 0 ? 0 : piece.idle + 1;
            }
            if (block.pieces.size() > MOST_PIECES) {
                block.pieces.removeIf(piece -> piece.idle > STALE);
            }
        }
    }
}
