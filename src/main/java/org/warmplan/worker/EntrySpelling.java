package org.warmplan.worker;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Workload;
import org.warmplan.files.SpelledJson;
import org.warmplan.fleet.Flag;

/** Spells the managed entries of a draft, new ones and old ones with what has to change. */
final class EntrySpelling {
    private final String file;
    /** A set, because copies of one entry would say the same again. */
    private final Set<DataIssue> issues = new LinkedHashSet<>();

    EntrySpelling(String file) {
        this.file = file;
    }

    List<DataIssue> issues() {
        return List.copyOf(issues);
    }

    SpelledJson warm(Wanted wanted, @Nullable AiModel entry, long containers) {
        if (entry == null) {
            return fresh(wanted, true, containers);
        }
        EntryEdit edit = edit(wanted, entry);
        if (!entry.warm()) {
            edit.set(GoField.WARM, new SpelledJson.Flag(true), GoField.MODEL_ID);
        }
        if (entry.containersIfWarm() != containers) {
            edit.set(GoField.CAPACITY, numeral(BigInteger.valueOf(containers)), GoField.WARM);
        }
        edit.setFlags(wanted.flags());
        return edit.done();
    }

    SpelledJson cold(Wanted wanted, @Nullable AiModel entry) {
        if (entry == null) {
            return fresh(wanted, false, 1);
        }
        EntryEdit edit = edit(wanted, entry);
        if (entry.warm()) {
            edit.set(GoField.WARM, new SpelledJson.Flag(false), GoField.MODEL_ID);
        }
        edit.setFlags(withoutNew(wanted.flags()));
        return edit.done();
    }

    /** An entry of which only the price counts. */
    SpelledJson priced(Wanted wanted, AiModel entry) {
        return edit(wanted, entry).done();
    }

    SpelledJson priced(Wanted wanted) {
        return new SpelledJson.Members(named(wanted));
    }

    private EntryEdit edit(Wanted wanted, AiModel entry) {
        EntryEdit edit = new EntryEdit((SpelledJson.Members) entry.raw());
        if (isRepriced(wanted, entry)) {
            wanted.findPrice().ifPresent(price -> {
                setPrice(edit, entry, WrittenPrice.of(price));
                issues.add(new DataIssue(
                        "priceReplaced",
                        file,
                        entry.path(GoField.PRICE_PER_UNIT.key()),
                        entry.findPrice().map(BigDecimal::toPlainString).orElse(""),
                        "the price of %s is now %s wei per unit, as the fleet file says"
                                .formatted(wanted.workload(), price.text())));
            });
        } else if (entry.findPrice().isEmpty()) {
            wanted.findPrice().map(WrittenPrice::of).ifPresent(price -> setPrice(edit, entry, price));
        } else if (entry.findPixelsPerUnit().isEmpty() && wanted.findPrice().isPresent()) {
            edit.set(GoField.PIXELS_PER_UNIT, numeral(BigInteger.ONE), GoField.PRICE_PER_UNIT);
            issues.add(new DataIssue(
                    "pixelsPerUnitAdded",
                    file,
                    entry.path(GoField.PIXELS_PER_UNIT.key()),
                    "",
                    "pixels_per_unit was missing and is now 1; with another -pixelsPerUnit the price changes by that"
                            + " factor"));
        }
        return edit;
    }

    private static boolean isRepriced(Wanted wanted, AiModel entry) {
        boolean same = AiModel.isWei(entry.currency())
                && entry.findPriceWei(BigDecimal.ONE).equals(wanted.findPrice());
        return wanted.replaces()
                && entry.isForEveryGateway()
                && entry.findPrice().isPresent()
                && !same;
    }

    private static void setPrice(EntryEdit edit, AiModel entry, WrittenPrice price) {
        edit.set(GoField.PRICE_PER_UNIT, numeral(price.price()), GoField.MODEL_ID);
        edit.set(GoField.PIXELS_PER_UNIT, numeral(price.units()), GoField.PRICE_PER_UNIT);
        if (!AiModel.isWei(entry.currency())) {
            edit.set(GoField.CURRENCY, new SpelledJson.Text("wei"), GoField.PIXELS_PER_UNIT);
        }
    }

    private static SpelledJson fresh(Wanted wanted, boolean warm, long containers) {
        List<SpelledJson.Member> members = named(wanted);
        members.add(member(GoField.WARM, new SpelledJson.Flag(warm)));
        if (containers > 1) {
            members.add(member(GoField.CAPACITY, numeral(BigInteger.valueOf(containers))));
        }
        EntryEdit edit = new EntryEdit(new SpelledJson.Members(members));
        if (warm) {
            edit.setFlags(wanted.flags());
        }
        return edit.done();
    }

    /** Flags only reach warm containers, so a cold entry only ever loses one. */
    private static SortedMap<Flag, Boolean> withoutNew(SortedMap<Flag, Boolean> flags) {
        SortedMap<Flag, Boolean> gone = new TreeMap<>(flags);
        gone.values().removeIf(on -> on);
        return gone;
    }

    private static List<SpelledJson.Member> named(Wanted wanted) {
        Workload workload = wanted.workload();
        List<SpelledJson.Member> members = new ArrayList<>();
        members.add(member(
                GoField.PIPELINE, new SpelledJson.Text(workload.pipeline().slug())));
        members.add(member(GoField.MODEL_ID, new SpelledJson.Text(workload.modelId())));
        wanted.findPrice().map(WrittenPrice::of).ifPresent(price -> {
            members.add(member(GoField.PRICE_PER_UNIT, numeral(price.price())));
            members.add(member(GoField.PIXELS_PER_UNIT, numeral(price.units())));
        });
        return members;
    }

    private static SpelledJson.Member member(GoField field, SpelledJson value) {
        return new SpelledJson.Member(field.key(), value);
    }

    private static SpelledJson numeral(BigInteger number) {
        return new SpelledJson.Numeral(number.toString());
    }
}
