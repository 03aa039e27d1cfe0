package org.warmplan.example;

import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** What the made-up network is asked for: the truth that estimates from its snapshots can be held against. */
enum Asked {
    SDXL_V2V("live-video-to-video/streamdiffusion-sdxl-v2v", 11, 0.03, 2240, 26_300),
    SDXL("live-video-to-video/streamdiffusion-sdxl", 8, -0.01, 2240, 22_900),
    FACEID("live-video-to-video/streamdiffusion-sdxl-faceid", 1.8, 0, 2240, 22_400),
    STREAMDIFFUSION("live-video-to-video/streamdiffusion", 0.4, -0.02, 1960, 14_200),
    SD15("live-video-to-video/streamdiffusion-sd15", 0.5, 0, 1960, 13_100),
    NOOP("live-video-to-video/noop", 0, 0, 1200, 600),
    LLAMA("llm/meta-llama/Meta-Llama-3.1-8B-Instruct", 8_000, 640, 0.01, 52_000_000, 15_000),
    GEMMA("llm/google/gemma-2-9b-it", 350, 640, 0, 31_000_000, 17_000),
    REALVIS("text-to-image/SG161222/RealVisXL_V4.0_Lightning", 3_200, 786_432, -0.02, 4_900_000, 8_900),
    SDXL_LIGHTNING("text-to-image/ByteDance/SDXL-Lightning", 900, 655_360, 0, 4_500_000, 8_900),
    FLUX("text-to-image/black-forest-labs/FLUX.1-dev", 2_400, 786_432, 0.02, 10_500_000, 34_600),
    SD_TURBO("text-to-image/stabilityai/sd-turbo", 4, 262_144, 0, 2_200_000, 3_000),
    UPSCALE("upscale/stabilityai/stable-diffusion-x4-upscaler", 380, 262_144, 0, 5_700_000, 3_600),
    WHISPER("audio-to-text/openai/whisper-large-v3", 260, 95_000, 0, 9_100_000, 3_900),
    WHISPER_TURBO("audio-to-text/openai/whisper-large-v3-turbo", 120, 95_000, 0.02, 7_300_000, 2_150),
    BLIP("image-to-text/Salesforce/blip-image-captioning-large", 240, 900_000, 0, 92_000, 2_050),
    PIX2PIX("image-to-image/timbrooks/instruct-pix2pix", 70, 400_000, 0, 2_900_000, 4_100),
    SVD("image-to-video/stabilityai/stable-video-diffusion-img2vid-xt-1-1", 40, 14_745_600, 0, 4_200_000, 15_800),
    SAM2("segment-anything-2/facebook/sam2-hiera-large", 60, 1_300_000, 0, 310_000, 4_700),
    PARLER("text-to-speech/parler-tts/parler-tts-large-v1", 12, 240, 0, 2_600_000, 4_300);

    private static final double SECONDS_PER_WEEK = 604_800;
    private static final double WEEKLY_SPREAD = 0.12;

    private final String id;
    private final double rate;
    private final double units;
    private final double growth;
    private final double price;
    private final long usedMib;

    /** Live video: streams at any moment of the last week. */
    Asked(String id, double streams, double growth, double price, long usedMib) {
        this(id, streams, SECONDS_PER_WEEK * Pipeline.LIVE_UNITS_PER_SECOND, growth, price, usedMib);
    }

    /** Batch: jobs of the last week, and what one of them bills. */
    Asked(String id, double rate, double units, double growth, double price, long usedMib) {
        this.id = id;
        this.rate = rate;
        this.units = units;
        this.growth = growth;
        this.price = price;
        this.usedMib = usedMib;
    }

    Workload workload() {
        return Workload.find(id).orElseThrow();
    }

    boolean isLive() {
        return workload().pipeline().isLive();
    }

    /** Streams at any moment, or jobs, of a week from 1 to 8: a trend, and weeks that are better or worse than others. */
    double rate(int week) {
        double luck = new Dice(ExampleNetwork.SEED, this + " in week " + week).factor(WEEKLY_SPREAD);
        return rate * StrictMath.pow(1 + growth, week - ExampleNetwork.WEEKS) * luck;
    }

    /** What one job bills, or one stream that lasts for a week. */
    double units() {
        return units;
    }

    /** Billed units of a week from 1 to 8. */
    long weeklyUnits(int week) {
        return Math.round(rate(week) * units);
    }

    /** About what orchestrators ask, in wei per unit. */
    double price() {
        return price;
    }

    /** What it takes of a card once it is loaded. */
    long usedMib() {
        return usedMib;
    }
}
