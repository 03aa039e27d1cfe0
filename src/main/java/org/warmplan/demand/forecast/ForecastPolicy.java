package org.warmplan.demand.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.files.Fields;

/**
 * The assumptions behind the forecast: the section {@code forecast} of policy.yaml, where each is explained.
 *
 * @param method whose forecast is used
 * @param movement how demand moves; its sigma and tau are the middle ones of those tried
 * @param overdispersion variance of a count beyond Poisson's, relative to its square; above 0
 * @param idle chance that a workload that is offered is not asked for at all, 0 to 1
 * @param constantPart part of the variance of what evidence cannot tell that is the same every week, 0 to 1
 * @param commonPart part of the variance of a kind of evidence that is the same for all workloads, 0 to 1
 * @param unitsSpread how far the requests of one batch workload are from its pipeline's usual size, as the standard
 *     deviation of a logarithm
 * @param leastUsualSpread least standard deviation between workloads, as a logarithm
 */
public record ForecastPolicy(
        ForecastMethod method,
        Movement movement,
        double overdispersion,
        double idle,
        double constantPart,
        double commonPart,
        double unitsSpread,
        double leastUsualSpread) {
    private static final BigDecimal TINY = new BigDecimal("0.001");
    private static final BigDecimal MOST = BigDecimal.valueOf(5);
    private static final List<Double> TRIED = List.of(0.5, 1.0, 2.0);

    /** Reads the section. */
    public static ForecastPolicy of(Fields forecast) {
        ForecastPolicy policy = new ForecastPolicy(
                ForecastMethod.of(forecast, "method"),
                new Movement(
                        spread(forecast, "drift"),
                        part(forecast, "stay"),
                        spread(forecast, "sigma"),
                        spread(forecast, "tau"),
                        part(forecast, "burst"),
                        spread(forecast, "burstTau"),
                        part(forecast, "jump"),
                        spread(forecast, "jumpSigma"),
                        part(forecast, "death"),
                        part(forecast, "rebirth")),
                spread(forecast, "overdispersion"),
                part(forecast, "idle"),
                part(forecast, "constantPart"),
                part(forecast, "commonPart"),
                spread(forecast, "unitsSpread"),
                spread(forecast, "leastUsualSpread"));
        forecast.end();
        return policy;
    }

    private static double spread(Fields forecast, String name) {
        return forecast.number(name, TINY, MOST).doubleValue();
    }

    private static double part(Fields forecast, String name) {
        return forecast.number(name, BigDecimal.ZERO, new BigDecimal("0.999")).doubleValue();
    }

    /** The forecaster that the policy asks for. */
    public Forecaster forecaster() {
        return method.forecaster(this);
    }

    /** Movements that are tried: how restless demand is follows from the readings. */
    List<Movement> movements() {
        List<Movement> movements = new ArrayList<>();
        for (double sigma : TRIED) {
            for (double tau : TRIED) {
                movements.add(movement.withSpread(sigma * movement.sigma(), tau * movement.tau()));
            }
        }
        return List.copyOf(movements);
    }
}
