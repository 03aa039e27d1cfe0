package org.warmplan.worker.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.worker.Slot;

/**
 * One thing that another aiModels.json changes. Every label is {@code pipeline/model_id} of entries, made visible; no
 * secret is in any of them.
 */
public sealed interface FileChange {
    /** For the operator, made visible. */
    String sentence(SlotNames slots);

    /** Whether go-livepeer, or whoever reads the file, would find anything but another spelling. */
    default boolean counts() {
        return true;
    }

    /** go-livepeer starts with one of the files only. {@code reason} is why it does not start with the other. */
    record Starts(boolean after, String reason) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return after
                    ? "go-livepeer starts with the new file; the old one would stop it. " + reason
                    : "go-livepeer would not start with the new file. " + reason;
        }
    }

    /** A container more. */
    record Warmed(String label, Slot slot) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "%s is now warm on %s.".formatted(label, slots.of(slot));
        }
    }

    /** A container less; {@code then} goes on from "now". */
    record Cooled(String label, Slot slot, String then) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "%s was warm on %s; now %s.".formatted(label, slots.of(slot), then);
        }
    }

    /** A container on another card or in another place on it. */
    record Moved(String label, Slot from, Slot to) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "%s moves from %s to %s.".formatted(label, slots.of(from), slots.of(to));
        }
    }

    /** So many containers more, or fewer, that go-livepeer would not get to. */
    record NeverStarted(String label, long before, long after) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "%s has %d warm containers that go-livepeer would not get to, instead of %d."
                    .formatted(label, after, before);
        }
    }

    /** Containers of one model with different flags that change places among themselves. */
    record Swapped(String label) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "The containers of %s, which have different flags, change places.".formatted(label);
        }
    }

    record ListedCold(String label) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return label + " is listed cold.";
        }
    }

    record Unlisted(String label) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return label + " is no longer listed.";
        }
    }

    /** Another number of entries for the same, with as many containers as before. */
    record Repeated(String label, int before, int after) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "%s has %d entries instead of %d.".formatted(label, after, before);
        }
    }

    /**
     * Another price, or one where there was none, or none where there was one.
     *
     * @param gateway whom it is for, made visible; empty for every one without a price of its own
     * @param inForce whether the process sets prices at all
     */
    record Repriced(
            String label,
            String gateway,
            @Nullable String before,
            @Nullable String after,
            boolean inForce) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            String who = gateway.isEmpty() ? "" : " of gateway " + gateway;
            String said = after == null
                    ? "no longer has a price of its own" + (gateway.isEmpty() ? "" : " for gateway " + gateway)
                    : "asks " + after + who + (before == null ? "" : " instead of " + before);
            return label + " " + said + (inForce ? "." : ", in a file that sets no price: its orchestrator's does.");
        }
    }

    /** pixels_per_unit is stated or left out; the price stays if {@code -pixelsPerUnit} is 1, as it is by default. */
    record UnitsStated(String label, boolean after) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "%s %s pixels_per_unit%s."
                    .formatted(
                            label,
                            after ? "states" : "leaves out",
                            after ? ", where -pixelsPerUnit held before" : ", so -pixelsPerUnit holds");
        }
    }

    /** {@code how} is a verb like "sets", with the value only where it is true or false of a flag we know. */
    record Flagged(String label, String how, String flag) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "%s %s the flag %s.".formatted(label, how, flag);
        }
    }

    /** An external container; a side without it is null. Urls stand without their secrets. */
    record Url(
            String label, @Nullable String before, @Nullable String after) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            if (before == null) {
                return "%s is also served by the container at %s.".formatted(label, after);
            }
            if (after == null) {
                return "%s is no longer served by the container at %s.".formatted(label, before);
            }
            return before.equals(after)
                    ? "%s has another url, in a part of %s that is not shown.".formatted(label, after)
                    : "%s is served by the container at %s instead of %s.".formatted(label, after, before);
        }
    }

    /** The capacity as written, 0 where it is left out. */
    record Capacity(String label, long before, long after) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "The capacity of %s is %d instead of %d.".formatted(label, after, before);
        }
    }

    /** {@code how} is like "changes"; the token itself is never told. */
    record Token(String label, String how) implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "The token of %s %s.".formatted(label, how);
        }
    }

    /** Fields that go-livepeer does not know, by name. */
    record UnknownFields(String label, List<String> names) implements FileChange {
        public UnknownFields {
            names = List.copyOf(names);
        }

        @Override
        public String sentence(SlotNames slots) {
            return "Fields of %s that go-livepeer does not know differ: %s.".formatted(label, String.join(", ", names));
        }
    }

    /** Fields that differ without another effect than the words tell; {@code why} goes on from a comma. */
    record Rewritten(String label, List<String> fields, String why) implements FileChange {
        public Rewritten {
            fields = List.copyOf(fields);
        }

        @Override
        public String sentence(SlotNames slots) {
            return "%s has another value of %s, %s.".formatted(label, String.join(" and ", fields), why);
        }
    }

    /** Nothing but the order of entries, and each container stays on its slot. */
    record Reordered() implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "The order of entries that take no slot differs; nothing else does.";
        }
    }

    /** Some entries are spelled in another way, to the same effect. */
    record Respelled() implements FileChange {
        @Override
        public String sentence(SlotNames slots) {
            return "Some fields are spelled in another way, to the same effect.";
        }

        @Override
        public boolean counts() {
            return false;
        }
    }
}
