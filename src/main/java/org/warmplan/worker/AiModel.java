package org.warmplan.worker;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.files.SpelledJson;

/**
 * One entry of an aiModels.json with the values go-livepeer takes from it. Text that is missing is empty, as in Go.
 *
 * @param index its place in the file, from 0
 * @param pipeline as written; may be no pipeline at all
 * @param modelId as written; may be empty
 * @param capacity 0 when missing; may be negative
 * @param url the external container, empty for one that the worker starts itself
 * @param token the secret for {@code url}; never printed
 * @param optimizationFlags environment variables for a warm container, sorted by name
 * @param gateway whom the price is for; empty and {@code default} mean everybody
 * @param price price_per_unit of any sign, null when missing
 * @param pixelsPerUnit of any sign, null when missing
 * @param currency as written; empty means wei
 * @param raw the entry as spelled
 */
public record AiModel(
        int index,
        String pipeline,
        String modelId,
        boolean warm,
        long capacity,
        String url,
        String token,
        Map<String, String> optimizationFlags,
        String gateway,
        @Nullable BigDecimal price,
        @Nullable BigDecimal pixelsPerUnit,
        String currency,
        SpelledJson raw) {
    private static final BigDecimal WEI_PER_ETH = BigDecimal.TEN.pow(18);

    public AiModel {
        optimizationFlags = Collections.unmodifiableMap(new TreeMap<>(optimizationFlags));
    }

    /** Whether the worker starts the container itself and gives it a slot. */
    public boolean isManaged() {
        return url.isEmpty();
    }

    /**
     * How many slots the entry takes at start: none unless it is warm and managed, else {@code capacity}, one when that
     * is 0, none when it is negative (go-livepeer {@code cmd/livepeer/starter/starter.go:1451-1480} at 176aa415).
     */
    public long containers() {
        return warm && isManaged() ? containersIfWarm() : 0;
    }

    long containersIfWarm() {
        return capacity == 0 ? 1 : Math.max(0, capacity);
    }

    /** What the entry serves; empty when the pipeline is not one of the ten names or the model id is unusable. */
    public Optional<Workload> findWorkload() {
        boolean usable = !modelId.isBlank() && modelId.codePointCount(0, modelId.length()) <= Workload.MAX_MODEL_ID;
        return Pipeline.findBySlug(pipeline).filter(p -> usable).map(p -> new Workload(p, modelId));
    }

    /**
     * Whether the price is for every gateway that has none of its own: whatever the letter case of {@code default}
     * ({@code core/livepeernode.go:287-299}).
     */
    public boolean isForEveryGateway() {
        return gateway.isEmpty() || gateway.equalsIgnoreCase("default");
    }

    /** The price as written, in {@code currency} per {@code pixelsPerUnit}. */
    public Optional<BigDecimal> findPrice() {
        return Optional.ofNullable(price);
    }

    /** How many units the price is for, if the entry says. */
    public Optional<BigDecimal> findPixelsPerUnit() {
        return Optional.ofNullable(pixelsPerUnit);
    }

    /**
     * The price in wei per unit, exact. A missing pixels_per_unit counts as 1, which is the node's default. Empty when
     * the price is missing or would stop the node: negative, per no positive whole number of units, in another currency.
     *
     * @param usdPerEth more than 0
     */
    public Optional<UnitPrice> findPriceWei(BigDecimal usdPerEth) {
        return price == null
                ? Optional.empty()
                : priceWei(price, findPixelsPerUnit().orElse(BigDecimal.ONE), currency, usdPerEth);
    }

    static Optional<UnitPrice> priceWei(BigDecimal price, BigDecimal units, String currency, BigDecimal usdPerEth) {
        if (price.signum() < 0 || !isPositiveWhole(units)) {
            return Optional.empty();
        }
        return switch (currency.toLowerCase(Locale.ROOT)) {
            case "", "wei" -> Optional.of(UnitPrice.of(price, units));
            case "eth" -> Optional.of(UnitPrice.of(price.multiply(WEI_PER_ETH), units));
            case "usd" -> Optional.of(UnitPrice.of(price.multiply(WEI_PER_ETH), units.multiply(usdPerEth)));
            default -> Optional.empty();
        };
    }

    /** Whether it is for live video, by the name that jobs come under. */
    public boolean isLive() {
        return pipeline.equals(Pipeline.LIVE_VIDEO_TO_VIDEO.slug());
    }

    /** {@code pipeline/model_id}, whether or not it is a workload. */
    public String label() {
        return pipeline + "/" + modelId;
    }

    /** Where a field of this entry stands in the file, for messages. */
    public String path(String field) {
        return "[" + index + "]." + field;
    }

    /** The members go-livepeer passes over, as written and in their order. */
    public List<SpelledJson.Member> unknownMembers() {
        return members().filter(member -> GoField.find(member.key()).isEmpty()).toList();
    }

    /** Fields that stand more than once, whatever their spelling, by go-livepeer's name; flags are merged and left out. */
    public List<String> repeatedFields() {
        List<GoField> all =
                members().flatMap(member -> GoField.find(member.key()).stream()).toList();
        return Arrays.stream(GoField.values())
                .filter(field -> field != GoField.OPTIMIZATION_FLAGS && Collections.frequency(all, field) > 1)
                .map(GoField::key)
                .toList();
    }

    private Stream<SpelledJson.Member> members() {
        return raw instanceof SpelledJson.Members object ? object.members().stream() : Stream.empty();
    }

    static boolean isPositiveWhole(BigDecimal number) {
        return number.signum() > 0 && number.remainder(BigDecimal.ONE).signum() == 0;
    }

    /** Whether a currency as written means wei. */
    public static boolean isWei(String currency) {
        return currency.isEmpty() || currency.equalsIgnoreCase("wei");
    }

    /** Without the token, which is a secret, and without url and flags, which may hold one. */
    @Override
    public String toString() {
        return "[%d] %s %s".formatted(index, label(), warm ? "warm" : "cold");
    }
}
