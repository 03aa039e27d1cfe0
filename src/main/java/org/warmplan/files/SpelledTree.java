package org.warmplan.files;

import java.math.BigDecimal;
import org.warmplan.files.SpelledJson.Flag;
import org.warmplan.files.SpelledJson.Items;
import org.warmplan.files.SpelledJson.Members;
import org.warmplan.files.SpelledJson.Numeral;
import org.warmplan.files.SpelledJson.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spelled JSON as a tree to look at. Of duplicate keys the last wins; a number no BigDecimal holds becomes 0. */
final class SpelledTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SpelledTree() {}

    static JsonNode of(SpelledJson value) {
        if (value instanceof Members object) {
            ObjectNode node = NODES.objectNode();
            object.members().forEach(member -> node.set(member.key(), of(member.value())));
            return node;
        }
        if (value instanceof Items array) {
            ArrayNode node = NODES.arrayNode();
            array.items().forEach(item -> node.add(of(item)));
            return node;
        }
        if (value instanceof Numeral number) {
            return NODES.numberNode(decimal(number.spelling()));
        }
        if (value instanceof Text text) {
            return NODES.stringNode(text.value());
        }
        return value instanceof Flag flag ? NODES.booleanNode(flag.value()) : NODES.nullNode();
    }

    private static BigDecimal decimal(String spelling) {
        try {
            return new BigDecimal(spelling);
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }
}
