package org.warmplan.worker.diff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.warmplan.files.SpelledJson;
import org.warmplan.worker.AiModel;

/** Values that are equal when two entries mean the same, however they are spelled. */
final class SameMeaning {
    private SameMeaning() {}

    /** All that an entry says, its secrets too: to compare, never to show. */
    static Object of(AiModel entry) {
        return List.of(
                entry.label(),
                entry.warm(),
                capacity(entry),
                List.of(entry.url(), entry.token()),
                entry.optimizationFlags(),
                gateway(entry),
                StatedPrice.of(entry),
                entry.findPixelsPerUnit().isPresent(),
                unknown(entry));
    }

    /** The gateway a price is for; empty for every one. */
    static String gateway(AiModel entry) {
        return entry.isForEveryGateway() ? "" : entry.gateway();
    }

    /** A missing capacity counts as 1. */
    static long capacity(AiModel entry) {
        return entry.capacity() == 0 ? 1 : entry.capacity();
    }

    /** The fields go-livepeer does not know, by their names; of duplicates the last. */
    static Map<String, Object> unknown(AiModel entry) {
        Map<String, Object> fields = new TreeMap<>();
        entry.unknownMembers().forEach(member -> fields.put(member.key(), of(member.value())));
        return fields;
    }

    private static Object of(SpelledJson value) {
        if (value instanceof SpelledJson.Members object) {
            Map<String, Object> members = new TreeMap<>();
            object.members().forEach(member -> members.put(member.key(), of(member.value())));
            return members;
        }
        if (value instanceof SpelledJson.Items list) {
            return list.items().stream().map(SameMeaning::of).toList();
        }
        return value instanceof SpelledJson.Numeral number ? number(number.spelling()) : value;
    }

    private static Object number(String spelling) {
        try {
            return new BigDecimal(spelling).stripTrailingZeros();
        } catch (ArithmeticException | NumberFormatException e) {
            return spelling;
        }
    }
}
