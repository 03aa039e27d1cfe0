package org.warmplan.worker;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.files.SpelledJson;

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
