package org.warmplan.worker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One reason why go-livepeer does not start with a file. Texts and their order are those of
 * {@code cmd/livepeer/starter/starter.go:1445-1571} at 176aa415.
 */
public sealed interface Stop {
    /** The entry it would stop at. */
    AiModel entry();

    /** What the operator would see in the log, after {@code panic: } for a panic. */
    String message();

    /** What the operator can do, going on from "Maybe". */
    String wayOut();

    /** Whether the process panics, with a stack trace, rather than logging an error and ending. */
    default boolean isPanic() {
        return true;
    }

    /** One line for the operator: where, what the log would say, the way out. */
    default String explain() {
        return "[%d] %s: go-livepeer would stop with \"%s%s\". Maybe %s."
                .formatted(entry().index(), entry().label(), isPanic() ? "panic: " : "", message(), wayOut());
    }

    /** A container could not be warmed, or an external one not registered: the node logs why and ends ({@code starter.go:1476-1479}). */
    sealed interface WarmingFailed extends Stop {
        /** What follows the pipeline in the log. */
        String problem();

        @Override
        default String message() {
            return "Error AI worker warming %s container: %s".formatted(entry().pipeline(), problem());
        }

        @Override
        default boolean isPanic() {
            return false;
        }
    }

    /** The pipeline leads to no capability. */
    record UnknownPipeline(AiModel entry) implements Stop {
        @Override
        public String message() {
            return "Pipeline is not valid capability: " + entry.pipeline();
        }

        @Override
        public String wayOut() {
            return "use one of the ten names, like text-to-image, in lower case with hyphens";
        }
    }

    /** All slots hold a container that is kept warm. */
    record InsufficientCapacity(AiModel entry) implements WarmingFailed {
        @Override
        public String problem() {
            return "insufficient capacity";
        }

        @Override
        public String wayOut() {
            return "set \"warm\" to false, or raise -aiRunnerContainersPerGPU if the card has the memory";
        }
    }

    /**
     * The pipeline leads to a capability but has no port, because it is not spelled like one of the ten names
     * ({@code ai/worker/docker.go:391} slices the empty string).
     */
    record NoPort(AiModel entry) implements Stop {
        @Override
        public String message() {
            return "runtime error: slice bounds out of range [:2] with length 0";
        }

        @Override
        public String wayOut() {
            return "spell the pipeline in lower case with hyphens, like text-to-image";
        }
    }

    /** No image is known for a live pipeline ({@code ai/worker/docker.go:269-283}). */
    record NoImage(AiModel entry) implements WarmingFailed {
        @Override
        public String problem() {
            return "no container image found for live pipeline " + entry.modelId();
        }

        @Override
        public String wayOut() {
            return "the live pipeline is misspelled, or name its image in -aiRunnerImageOverrides";
        }
    }

    /** The host port made of pipeline, container and device is none. */
    record PortInvalid(AiModel entry, String port) implements WarmingFailed {
        @Override
        public String problem() {
            return "Error response from daemon: invalid port specification: " + GoQuote.of(port);
        }

        @Override
        public String wayOut() {
            return "name the devices in -nvidia by single digits, without spaces";
        }
    }

    /**
     * Another container of this process has the name already: the eleventh container of a device, when it serves the same
     * model as the second, or one whose id differs only by a slash for an underscore or a hyphen.
     */
    record NameTaken(AiModel entry, String name) implements WarmingFailed {
        @Override
        public String problem() {
            return "Error response from daemon: Conflict. The container name \"/%s\" is already in use by container …"
                    .formatted(name);
        }

        @Override
        public String wayOut() {
            return "keep -aiRunnerContainersPerGPU at 10 or less";
        }
    }

    /** Another container of this process has the host port already: from the eleventh container of a device on. */
    record PortTaken(AiModel entry, String port) implements WarmingFailed {
        @Override
        public String problem() {
            return "Error response from daemon: … Bind for 127.0.0.1:%s failed: port is already allocated"
                    .formatted(port);
        }

        @Override
        public String wayOut() {
            return "keep -aiRunnerContainersPerGPU at 10 or less";
        }
    }

    /** The container's name, made of the model id, has a character that Docker refuses. */
    record NameInvalid(AiModel entry, String name) implements WarmingFailed {
        @Override
        public String problem() {
            return "Error response from daemon: Invalid container name (%s), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"
                    .formatted(name);
        }

        @Override
        public String wayOut() {
            return "the model id is misspelled; one with such a character can only be served by an entry with a url";
        }
    }

    /** The external container's address is none that can be asked; after two minutes of asking the node ends. */
    record UrlUnusable(AiModel entry, String mistake) implements WarmingFailed {
        @Override
        public String problem() {
            return "timed out waiting for runner: … " + mistake;
        }

        @Override
        public String wayOut() {
            return "write the url like http://127.0.0.1:9000, without spaces and with % only before two hexadecimal digits";
        }
    }

    /** The same model is warm in one entry and cold in another. */
    record WarmColdClash(AiModel entry) implements Stop {
        @Override
        public String message() {
            return "Cannot have same model_id (%s) as cold and warm in same AI worker, please fix aiModels json config"
                    .formatted(entry.modelId());
        }

        @Override
        public String wayOut() {
            return "give every entry of this model the same \"warm\"";
        }
    }

    /** pixels_per_unit is no positive whole number. */
    record PixelsPerUnitInvalid(AiModel entry, BigDecimal value) implements Stop {
        @Override
        public String message() {
            return "'pixelsPerUnit' value specified for model '%s' in pipeline '%s' must be a valid positive integer, provided %s"
                    .formatted(entry.modelId(), entry.pipeline(), twoDecimals(value));
        }

        @Override
        public String wayOut() {
            return "set \"pixels_per_unit\" to 1";
        }
    }

    /** There is no price, and none given by {@code -pricePerUnit}. */
    record PriceMissing(AiModel entry) implements Stop {
        @Override
        public String message() {
            return "'pricePerUnit' must be set for model '%s' in pipeline '%s'"
                    .formatted(entry.modelId(), entry.pipeline());
        }

        @Override
        public String wayOut() {
            return "add \"price_per_unit\"";
        }
    }

    /** The price is below 0. */
    record PriceNegative(AiModel entry, BigDecimal value) implements Stop {
        @Override
        public String message() {
            return "'pricePerUnit' value specified for model '%s' in pipeline '%s' must be a valid positive number, provided %s"
                    .formatted(entry.modelId(), entry.pipeline(), twoDecimals(value));
        }

        @Override
        public String wayOut() {
            return "leave out the minus sign";
        }
    }

    /** The currency is neither wei nor ETH nor USD, the other side of the price feed ({@code core/autoconvertedprice.go}). */
    record CurrencyUnknown(AiModel entry) implements Stop {
        @Override
        public String message() {
            return "error converting price: price feed does not have %s as a currency (ETH/USD)"
                    .formatted(entry.currency().toUpperCase(Locale.ROOT));
        }

        @Override
        public String wayOut() {
            return "state the price in wei, ETH or USD";
        }
    }

    /** As Go prints a fraction: two decimals, half away from zero, the sign even on what rounds to nothing. */
    private static String twoDecimals(BigDecimal value) {
        return (value.signum() < 0 ? "-" : "")
                + value.abs().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
