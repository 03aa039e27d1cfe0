package org.warmplan.report;

import tools.jackson.databind.node.ObjectNode;

/** A setting as in plan.json and in the demand list. */
final class SettingJson {
    private SettingJson() {}

    static void put(ObjectNode node, Setting setting) {
        node.put("key", setting.key());
        node.set("value", setting.value());
        node.set("inFile", setting.inFile());
    }
}
