package org.warmplan.replay.show;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Address;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketOrchestrator;

/**
 * Everybody on chain with stake and payouts: the market's orchestrators and those that only transcode.
 *
 * @param list the market's orchestrators first, in their order
 */
record Accounts(List<Account> list) {
    private static final int ETH_DIGITS = 9;
    private static final int LPT_DIGITS = 4;

    Accounts {
        list = List.copyOf(list);
    }

    /**
     * One of them.
     *
     * @param orchestrator its index in the market, -1 when it only transcodes
     * @param transcodingEthPerDay what transcoding pays it on an ordinary day
     */
    record Account(Address address, double stakeLpt, int orchestrator, double transcodingEthPerDay) {
        String stake() {
            return lpt(stakeLpt);
        }
    }

    static Accounts of(Cast cast, List<Transcoder> transcoders, long seed) {
        Chance chance = new Chance(seed, "transcoding");
        List<Account> accounts = new ArrayList<>();
        for (int index = 0; index < cast.orchestrators().size(); index++) {
            MarketOrchestrator one = cast.orchestrators().get(index);
            double transcoding = one.pooled() ? ethPerDay(one.stakeLpt(), chance, index) : 0;
            accounts.add(new Account(one.address(), one.stakeLpt(), index, transcoding));
        }
        for (Transcoder one : transcoders) {
            double transcoding = ethPerDay(one.stakeLpt(), chance, -1 - one.number());
            accounts.add(new Account(one.address(), one.stakeLpt(), -1, transcoding));
        }
        return new Accounts(accounts);
    }

    /** Transcoding goes by stake and price: much to a few. */
    private static double ethPerDay(double stakeLpt, Chance chance, int who) {
        return StrictMath.sqrt(Math.max(1, stakeLpt)) / 200_000 * chance.factor(1.1, who);
    }

    /** Winning tickets for transcoding on a span of days, both ends included, smoothly: nothing here hangs on it. */
    static long transcodingTickets(Account account, int firstDay, int lastDay) {
        double eth = account.transcodingEthPerDay() * (lastDay - firstDay + 1);
        return Math.round(eth / TicketLedger.eth(1));
    }

    static String lpt(double stake) {
        return BigDecimal.valueOf(stake)
                .setScale(LPT_DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    static String eth(long tickets) {
        return BigDecimal.valueOf(TicketLedger.eth(tickets))
                .setScale(ETH_DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
