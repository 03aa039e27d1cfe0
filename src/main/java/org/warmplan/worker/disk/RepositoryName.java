package org.warmplan.worker.disk;

import java.util.regex.Pattern;

/**
 * Names of model repositories, by the rule that huggingface_hub checks before it does anything with one. A name that
 * passes has no way out of a folder.
 */
final class RepositoryName {
    private static final String PART = "\\w(?:[\\w.-]{0,94}\\w)?";
    private static final Pattern NAME = Pattern.compile("(?:" + PART + "/)?" + PART);

    private RepositoryName() {}

    static boolean isValid(String id) {
        return NAME.matcher(id).matches() && !id.contains("--") && !id.contains("..") && !id.endsWith(".git");
    }
}
