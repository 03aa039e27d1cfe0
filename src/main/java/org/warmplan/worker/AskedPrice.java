package org.warmplan.worker;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.warmplan.domain.UnitPrice;

/**
 * What a node asks for a model (go-livepeer {@code cmd/livepeer/starter/starter.go:1511-1571}, the last entry of a model
 * and gateway counts, {@code core/livepeernode.go:287-299} at 176aa415).
 *
 * @param capability go-livepeer's name of the capability
 * @param gateway lower-case address, or {@code default} for everybody
 * @param entry the one whose price counts
 * @param price wei per unit, exact; at the rate of the moment when it is in dollars
 */
public record AskedPrice(String capability, String modelId, String gateway, AiModel entry, UnitPrice price) {
    private static final String EVERYBODY = "default";

    /**
     * The prices of a file whose node starts; those of a flag with an unknown price are left out.
     *
     * @param usdPerEth more than 0
     */
    public static List<AskedPrice> of(AiModelsFile file, WorkerSetup setup, BigDecimal usdPerEth) {
        Map<List<String>, AskedPrice> last = new LinkedHashMap<>();
        if (setup.onchain()) {
            for (AiModel entry : file.entries()) {
                find(entry, setup.flagPrices(), usdPerEth)
                        .ifPresent(asked ->
                                last.put(List.of(asked.capability(), asked.modelId(), asked.gateway()), asked));
            }
        }
        return new ArrayList<>(last.values());
    }

    private static Optional<AskedPrice> find(AiModel entry, FlagPrices flags, BigDecimal usdPerEth) {
        String gateway = entry.isForEveryGateway() ? EVERYBODY : entry.gateway().toLowerCase(Locale.ROOT);
        BigDecimal units = entry.findPixelsPerUnit().orElse(flags.pixelsPerUnit());
        Optional<UnitPrice> own = entry.findPrice().isPresent()
                ? AiModel.priceWei(entry.findPrice().get(), units, entry.currency(), usdPerEth)
                : ofFlag(flags, units, usdPerEth);
        // A price of 0 counts as none, and that of transcoding is asked (core/orchestrator.go:430-437).
        Optional<UnitPrice> price = own.map(p ->
                p.isFree() ? ofFlag(flags, flags.pixelsPerUnit(), usdPerEth).orElse(p) : p);
        return CapabilityNames.find(entry.pipeline())
                .flatMap(name -> price.map(p -> new AskedPrice(name, entry.modelId(), gateway, entry, p)));
    }

    private static Optional<UnitPrice> ofFlag(FlagPrices flags, BigDecimal units, BigDecimal usdPerEth) {
        return flags.findPrice().flatMap(p -> AiModel.priceWei(p, units, flags.currency(), usdPerEth));
    }

    /** Whether it is for every gateway that has none of its own. */
    public boolean isForEverybody() {
        return gateway.equals(EVERYBODY);
    }

    /**
     * What the network's capabilities show: whole wei, the fraction cut off ({@code common/util.go:278-285}), so less
     * than one wei shows as nothing, and a price of 0 as 0 whatever is asked instead ({@code core/orchestrator.go:266-310}).
     */
    public BigInteger listedWei() {
        boolean zero = entry.findPrice().filter(own -> own.signum() == 0).isPresent();
        return zero ? BigInteger.ZERO : price.wei().divide(price.units());
    }
}
