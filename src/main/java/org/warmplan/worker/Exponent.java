package org.warmplan.worker;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The exponent of a number as spelled in JSON. */
final class Exponent {
    private static final Pattern NUMBER = Pattern.compile("-?([0-9]+)(?:\\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?");
    /** What Go's {@code big.Rat.SetString} still takes, fraction digits counted in. */
    private static final BigInteger MOST = BigInteger.valueOf(1_000_000);

    private static final BigInteger MOST_WHOLE = BigInteger.valueOf(Long.MAX_VALUE);

    private Exponent() {}

    /** Whether Go takes a sound JSON number for none because of its exponent; zero may have any that fits in 64 bits. */
    static boolean isTooLargeForGo(String spelling) {
        Matcher matcher = NUMBER.matcher(spelling);
        if (!matcher.matches()) {
            return false;
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        BigInteger exponent = new BigInteger(matcher.group(3) == null ? "0" : matcher.group(3));
        if (exponent.abs().compareTo(MOST_WHOLE) > 0) {
            return true;
        }
        boolean zero = (matcher.group(1) + fraction).chars().allMatch(c -> c == '0');
        return !zero
                && exponent.subtract(BigInteger.valueOf(fraction.length()))
                                .abs()
                                .compareTo(MOST)
                        > 0;
    }
}
