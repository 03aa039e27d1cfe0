package org.warmplan.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.warmplan.domain.InputException;
import org.warmplan.domain.UsageException;
import org.warmplan.files.Document;
import org.warmplan.files.SchemaFields;
import org.warmplan.report.Setting;
import tools.jackson.databind.JsonNode;

/**
 * What {@code --set} puts over policy.yaml.
 *
 * @param values by the names that lead to each, in the order given; of several for one key the last counts
 */
record PolicySettings(Map<List<String>, JsonNode> values) {
    static final PolicySettings NONE = new PolicySettings(Map.of());

    private static final String OPTION = "--set";

    PolicySettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads them.
     *
     * @param words each as key=value, the value as YAML
     * @throws UsageException for what is no such pair, a key that policy.yaml does not have, or a value that is no YAML
     */
    static PolicySettings of(List<String> words) {
        SchemaFields known = SchemaFields.named("policy");
        Map<List<String>, JsonNode> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new UsageException(
                        "%s %s is no key=value. Maybe write it like demand.windowDays=14.".formatted(OPTION, word));
            }
            String key = word.substring(0, equals).strip();
            List<String> path = known.findPath(key)
                    .orElseThrow(() -> new UsageException("%s %s: policy.yaml has no such setting. Maybe %s was meant."
                            .formatted(OPTION, key, known.nearest(key))));
            // Set anew, so that the last one given also comes last.
            values.remove(path);
            values.put(path, value(key, word.substring(equals + 1)));
        }
        return new PolicySettings(values);
    }

    private static JsonNode value(String key, String text) {
        String where = OPTION + " " + key;
        if (text.isBlank()) {
            throw new UsageException(
                    where + " has no value behind the =. Maybe write [] for an empty list, {} for no entries.");
        }
        try {
            return Document.ofYamlText(where, text).root();
        } catch (InputException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The file with these values in place of its own. */
    Document over(Document file) {
        return file.with(OPTION, values);
    }

    /** For plan and report, with what the file has. */
    List<Setting> list(Document file) {
        return values.entrySet().stream()
                .map(set -> new Setting(
                        String.join(".", set.getKey()),
                        set.getValue(),
                        file.find(set.getKey()).orElse(null)))
                .toList();
    }

    /** A mistake that came in with these values; said with unit and range of what it is about, as far as that is told. */
    UsageException wrong(InputException mistake) {
        SchemaFields known = SchemaFields.named("policy");
        String message = String.valueOf(mistake.getMessage());
        String about = values.keySet().stream()
                .filter(path -> message.contains(String.join(".", path)))
                .map(path -> " %s: %s".formatted(String.join(".", path), known.describe(path)))
                .collect(Collectors.joining());
        return new UsageException(message + about, mistake);
    }
}
