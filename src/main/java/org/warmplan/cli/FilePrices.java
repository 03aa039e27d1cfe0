package org.warmplan.cli;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;

/**
 * The prices for every gateway in one aiModels.json, wei per unit.
 *
 * @param text where they come from, for the report
 */
record FilePrices(String text, SortedMap<Workload, UnitPrice> prices) {
    FilePrices {
        prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    }

    /** Of several entries for one workload the last wins, as in go-livepeer. */
    static FilePrices of(AiModelsFile file, String text, BigDecimal usdPerEth) {
        SortedMap<Workload, UnitPrice> prices = new TreeMap<>();
        for (AiModel entry : file.entries()) {
            Optional<UnitPrice> price = entry.findPriceWei(usdPerEth);
            if (entry.isForEveryGateway() && price.isPresent()) {
                entry.findWorkload().ifPresent(workload -> prices.put(workload, price.get()));
            }
        }
        return new FilePrices(text, prices);
    }
}
