package org.warmplan.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.warmplan.files.SpelledJson;
import org.warmplan.fleet.Flag;

/** An entry while it is changed. Members that nobody sets stay as they were spelled, where they were. */
final class EntryEdit {
    private final List<SpelledJson.Member> members;

    EntryEdit(SpelledJson.Members entry) {
        members = new ArrayList<>(entry.members());
    }

    /**
     * Gives a field one value, in place of all it had, however its key is spelled; a new field goes behind the field
     * {@code after}, or to the end.
     */
    void set(GoField field, SpelledJson value, GoField after) {
        int place = findFirst(field);
        String key = place < 0 ? field.key() : members.get(place).key();
        members.removeIf(member -> isOf(member, field));
        if (place < 0) {
            place = placeAfter(after);
        }
        members.add(place, new SpelledJson.Member(key, value));
    }

    /** Sets flags to true, or takes them away; without any flag left the whole field goes. */
    void setFlags(Map<Flag, Boolean> changed) {
        List<SpelledJson.Member> flags = new ArrayList<>();
        members.stream()
                .filter(member -> isOf(member, GoField.OPTIMIZATION_FLAGS))
                .filter(member -> member.value() instanceof SpelledJson.Members)
                .forEach(member -> flags.addAll(((SpelledJson.Members) member.value()).members()));
        List<SpelledJson.Member> before = List.copyOf(flags);
        changed.forEach((flag, on) -> {
            SpelledJson.Member wanted = new SpelledJson.Member(flag.name(), new SpelledJson.Flag(true));
            if (!on || !flags.contains(wanted)) {
                flags.removeIf(member -> member.key().equals(flag.name()));
            }
            if (on && !flags.contains(wanted)) {
                flags.add(wanted);
            }
        });
        if (flags.equals(before)) {
            return;
        }
        if (flags.isEmpty()) {
            members.removeIf(member -> isOf(member, GoField.OPTIMIZATION_FLAGS));
        } else {
            set(GoField.OPTIMIZATION_FLAGS, new SpelledJson.Members(flags), GoField.WARM);
        }
    }

    SpelledJson.Members done() {
        return new SpelledJson.Members(members);
    }

    private int findFirst(GoField field) {
        for (int i = 0; i < members.size(); i++) {
            if (isOf(members.get(i), field)) {
                return i;
            }
        }
        return -1;
    }

    private int placeAfter(GoField field) {
        int place = members.size();
        for (int i = 0; i < members.size(); i++) {
            if (isOf(members.get(i), field)) {
                place = i + 1;
            }
        }
        return place;
    }

    private static boolean isOf(SpelledJson.Member member, GoField field) {
        return GoField.find(member.key()).filter(found -> found == field).isPresent();
    }
}
