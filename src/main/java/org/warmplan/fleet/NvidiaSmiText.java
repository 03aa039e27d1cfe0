package org.warmplan.fleet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmplan.domain.InputException;
import org.warmplan.files.Visible;

/** What nvidia-smi prints about the cards of a machine, as people send it. */
public final class NvidiaSmiText {
    /** The question whose answer is read, without a shell. */
    public static final List<String> COMMAND =
            List.of("nvidia-smi", "--query-gpu=index,uuid,name,memory.total", "--format=csv,noheader,nounits");

    private static final String RUN = "Maybe run: " + String.join(" ", COMMAND);
    private static final long MOST_MIB = 1L << 20;
    private static final int LONGEST_SHOWN = 60;
    private static final Pattern LINE = Pattern.compile("([^,]*),([^,]*),(.*),([^,]*)");
    private static final Pattern HEADER = Pattern.compile("\"?index\\b.*uuid.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NOT_TOLD = Pattern.compile("\\[.*]|n/a", Pattern.CASE_INSENSITIVE);
    private static final Pattern UUID = Pattern.compile("(?:GPU|MIG)-[0-9A-Za-z/-]+");
    private static final Pattern MEMORY = Pattern.compile("([0-9]{1,12})(?:\\s*MiB)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_LINE = Pattern.compile("(?m)^\\W*GPU [0-9]+: .*");
    private static final Pattern TABLE_LINE = Pattern.compile("(?m)^\\s*(?:\\+[-=]{3}|\\|[-=]{3}|\\| *NVIDIA-SMI).*");

    /** What nvidia-smi and shells say instead of an answer, with what that means and the way out. */
    private static final Map<String, String> TROUBLE = new TreeMap<>(
            Map.of(
                    "no devices were found",
                    "nvidia-smi found no card. Maybe the driver was not loaded, or the container was started without --gpus.",
                    "not found",
                    "nvidia-smi was not found. Maybe run it on the machine with the cards, where the NVIDIA driver is.",
                    "not recognized",
                    "nvidia-smi was not found. Maybe run it on the machine with the cards, where the NVIDIA driver is.",
                    "no such file",
                    "nvidia-smi was not found. Maybe run it on the machine with the cards, where the NVIDIA driver is.",
                    "nvidia-smi has failed",
                    "nvidia-smi cannot reach the driver. Maybe restart the machine: that helps after an update of the driver.",
                    "failed to initialize nvml",
                    "nvidia-smi cannot reach the driver. Maybe restart the machine: that helps after an update of the driver."));

    private final String from;
    private final Map<Integer, DraftCard> cards = new TreeMap<>();

    private NvidiaSmiText(String from) {
        this.from = from;
    }

    /**
     * The cards, by index.
     *
     * @param from where the text comes from, for messages
     * @throws InputException when it is anything but an answer to {@link #COMMAND}
     */
    public static List<DraftCard> read(String from, String text) {
        NvidiaSmiText reading = new NvidiaSmiText(from);
        reading.refuseOtherAnswers(text);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !HEADER.matcher(line).matches()) {
                reading.add(i + 1, line);
            }
        }
        if (reading.cards.isEmpty()) {
            throw new InputException(from + " has a header and no card. " + RUN);
        }
        return List.copyOf(reading.cards.values());
    }

    private void refuseOtherAnswers(String text) {
        if (text.isBlank()) {
            throw new InputException(from + " is empty. " + RUN);
        }
        if (LIST_LINE.matcher(text).find()) {
            throw new InputException(from + " is what nvidia-smi -L prints, without the memory of the cards. " + RUN);
        }
        if (TABLE_LINE.matcher(text).find()) {
            throw new InputException(from + " is the table of plain nvidia-smi, where names are cut short. " + RUN);
        }
        String small = text.toLowerCase(Locale.ROOT);
        boolean answers = text.lines().anyMatch(line -> LINE.matcher(line).matches());
        TROUBLE.forEach((words, meaning) -> {
            if (!answers && small.contains(words)) {
                throw new InputException("%s says \"%s\": %s".formatted(from, shown(text.strip()), meaning));
            }
        });
    }

    private void add(int number, String line) {
        Matcher fields = LINE.matcher(line);
        if (!fields.matches()) {
            throw wrong(number, line, "is not index, uuid, name and memory with commas between");
        }
        String index = bare(fields.group(1));
        String uuid = bare(fields.group(2));
        String name = bare(fields.group(3));
        if (!INDEX.matcher(index).matches()) {
            throw wrong(number, index, "is no index of a card");
        }
        if (!UUID.matcher(uuid).matches() && !NOT_TOLD.matcher(uuid).matches()) {
            throw wrong(number, uuid, "is no uuid of a card");
        }
        if (name.isEmpty() || NOT_TOLD.matcher(name).matches() || name.length() > DraftCard.LONGEST_NAME) {
            throw wrong(number, name, "is no name of a card");
        }
        DraftCard card =
                new DraftCard(Integer.parseInt(index), name, memory(number, bare(fields.group(4))), List.of(uuid));
        if (cards.putIfAbsent(card.index(), card) != null) {
            throw new InputException(
                    "%s line %d: the index %s stands twice. Maybe these are two machines: draft a file for each and join the workers."
                            .formatted(from, number, index));
        }
    }

    private OptionalLong memory(int number, String text) {
        if (NOT_TOLD.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        Matcher memory = MEMORY.matcher(text);
        long mib = memory.matches() ? Long.parseLong(memory.group(1)) : 0;
        if (mib < 1 || mib > MOST_MIB) {
            throw wrong(number, text, "is no memory in MiB");
        }
        return OptionalLong.of(mib);
    }

    /** Without spaces and the quotes of a field or, at either end, of a whole line. */
    private static String bare(String field) {
        String text = field.strip();
        while (text.length() > 0 && (text.startsWith("\"") || text.startsWith("'"))) {
            text = text.substring(1).strip();
        }
        while (text.endsWith("\"") || text.endsWith("'")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text;
    }

    private InputException wrong(int number, String value, String problem) {
        return new InputException("%s line %d: \"%s\" %s. %s".formatted(from, number, shown(value), problem, RUN));
    }

    private static String shown(String text) {
        return Visible.brief(text.lines().findFirst().orElse(""), LONGEST_SHOWN);
    }
}
