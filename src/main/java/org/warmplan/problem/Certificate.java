package org.warmplan.problem;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How to check the bound of a solution. Any prices prove some bound; these were chosen to prove a low one.
 *
 * @param priceBound what the prices prove, gwei per week
 * @param scale prices are in 1/scale gwei, 1 to 10^6
 * @param prices by workload and class, what a worker is paid for one replica; 0 where missing; at most 10^18 in size
 * @param changePrice of one changed slot, 0 to 10^18; 0 without maxChanges
 */
public record Certificate(
        Method method,
        BigInteger priceBound,
        int scale,
        SortedMap<String, SortedMap<String, Long>> prices,
        long changePrice) {
    public static final int MAX_SCALE = 1_000_000;
    public static final long MAX_PRICE = 1_000_000_000_000_000_000L;

    /** Whether the prices alone prove the bound, or every assignment was looked at or ruled out. */
    public enum Method {
        PRICES,
        EXHAUSTED;

        /** As in the solution file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Certificate {
        Limits.between("scale", scale, 1, MAX_SCALE);
        Limits.between("changePrice", changePrice, 0, MAX_PRICE);
        SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
        prices.forEach((workload, byClass) -> copy.put(workload, checked(workload, byClass)));
        prices = Collections.unmodifiableSortedMap(copy);
    }

    /** The price of one replica of a workload on a class, in 1/scale gwei. */
    public long price(String workload, String gpuClass) {
        SortedMap<String, Long> byClass = prices.get(workload);
        return byClass == null ? 0 : byClass.getOrDefault(gpuClass, 0L);
    }

    private static SortedMap<String, Long> checked(String workload, Map<String, Long> byClass) {
        byClass.values().forEach(price -> Limits.between("price of " + workload, price, -MAX_PRICE, MAX_PRICE));
        return Collections.unmodifiableSortedMap(new TreeMap<>(byClass));
    }
}
