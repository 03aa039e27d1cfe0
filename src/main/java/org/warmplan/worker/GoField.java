package org.warmplan.worker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields go-livepeer knows of an entry (go-livepeer {@code core/ai.go:74-88} at 176aa415), with their Go types. */
enum GoField {
    PIPELINE("pipeline", "string", "put it in quotes"),
    MODEL_ID("model_id", "string", "put it in quotes"),
    URL("url", "string", "put it in quotes"),
    TOKEN("token", "string", "put it in quotes"),
    WARM("warm", "bool", "write true or false, without quotes"),
    CAPACITY("capacity", "int", "write a whole number, without quotes, fraction or exponent"),
    OPTIMIZATION_FLAGS(
            "optimization_flags",
            "worker.OptimizationFlags",
            "write an object like {\"SFAST\": true}, numbers in quotes"),
    GATEWAY("gateway", "string", "put it in quotes"),
    PRICE_PER_UNIT(
            "price_per_unit",
            "core.JSONRat",
            "write a plain number without quotes, name the currency in \"currency\", or leave the field out"),
    PIXELS_PER_UNIT("pixels_per_unit", "core.JSONRat", "write a whole number without quotes, or leave the field out"),
    CURRENCY("currency", "string", "put it in quotes");

    private static final Map<String, GoField> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(GoField::key, field -> field));

    private final String key;
    private final String goType;
    private final String wayOut;

    GoField(String key, String goType, String wayOut) {
        this.key = key;
        this.goType = goType;
        this.wayOut = wayOut;
    }

    /** As go-livepeer spells it. */
    String key() {
        return key;
    }

    String goType() {
        return goType;
    }

    /** What to do about a value of the wrong type; goes on from "Maybe". */
    String wayOut() {
        return wayOut;
    }

    /**
     * The field a key stands for. Go's encoding/json takes any letter case, and its folding also takes the long s and
     * the Kelvin sign for the letters they stand for.
     */
    static Optional<GoField> find(String key) {
        GoField usual = BY_KEY.get(key);
        if (usual != null) {
            return Optional.of(usual);
        }
        String folded = key.replace('\u017F', 's').replace('\u212A', 'k').toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_KEY.get(folded));
    }
}
