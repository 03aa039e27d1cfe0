package org.warmplan.worker;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.warmplan.domain.Pipeline;

/**
 * The port on 127.0.0.1 that a managed container is bound to: two digits of the pipeline, the first digit of the
 * container's number on its device, and the device as given to {@code -nvidia} (go-livepeer
 * {@code ai/worker/docker.go:48-61,391,881-905} at 176aa415). Only single digits make a port that exists and is free.
 */
public final class HostPort {
    private static final int HIGHEST = 65_535;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
    private static final String EMULATED = "emulated-";

    /** In the order of their ports: 8000, 8100 … 8900. */
    private static final List<Pipeline> ORDER = List.of(
            Pipeline.TEXT_TO_IMAGE,
            Pipeline.IMAGE_TO_IMAGE,
            Pipeline.IMAGE_TO_VIDEO,
            Pipeline.UPSCALE,
            Pipeline.AUDIO_TO_TEXT,
            Pipeline.LLM,
            Pipeline.SEGMENT_ANYTHING_2,
            Pipeline.IMAGE_TO_TEXT,
            Pipeline.TEXT_TO_SPEECH,
            Pipeline.LIVE_VIDEO_TO_VIDEO);

    private HostPort() {}

    /** The port as go-livepeer spells it, whether or not there is such a port. */
    public static String of(Pipeline pipeline, Slot slot) {
        String device = slot.device().startsWith(EMULATED) ? slot.device().substring(EMULATED.length()) : slot.device();
        return "8" + ORDER.indexOf(pipeline)
                + Integer.toString(slot.container()).charAt(0) + device;
    }

    /** Whether Docker can bind to it. */
    static boolean exists(String port) {
        return DIGITS.matcher(port).matches() && Integer.parseInt(port) <= HIGHEST;
    }

    static {
        if (!ORDER.containsAll(Arrays.asList(Pipeline.values()))) {
            throw new IllegalStateException("Every pipeline has a port.");
        }
    }
}
