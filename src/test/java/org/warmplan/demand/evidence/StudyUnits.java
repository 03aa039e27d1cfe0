package org.warmplan.demand.evidence;

import java.util.Map;

final class StudyUnits {
    static final double LIVE = 604800.0 * 27648000;
    static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("live-video-to-video/streamdiffusion-sdxl-v2v", LIVE),
            Map.entry("live-video-to-video/streamdiffusion-sdxl", LIVE),
            Map.entry("live-video-to-video/streamdiffusion-sdxl-faceid", LIVE),
            Map.entry("live-video-to-video/streamdiffusion", LIVE),
            Map.entry("live-video-to-video/streamdiffusion-sd15", LIVE),
            Map.entry("llm/meta-llama/Meta-Llama-3.1-8B-Instruct", 640.0),
            Map.entry("llm/google/gemma-2-9b-it", 640.0),
            Map.entry("text-to-image/SG161222/RealVisXL_V4.0_Lightning", 786432.0),
            Map.entry("text-to-image/ByteDance/SDXL-Lightning", 655360.0),
            Map.entry("text-to-image/black-forest-labs/FLUX.1-dev", 786432.0),
            Map.entry("text-to-image/stabilityai/sd-turbo", 262144.0),
            Map.entry("upscale/stabilityai/stable-diffusion-x4-upscaler", 262144.0),
            Map.entry("audio-to-text/openai/whisper-large-v3", 95000.0),
            Map.entry("audio-to-text/openai/whisper-large-v3-turbo", 95000.0),
            Map.entry("image-to-text/Salesforce/blip-image-captioning-large", 900000.0),
            Map.entry("image-to-image/timbrooks/instruct-pix2pix", 400000.0),
            Map.entry("image-to-video/stabilityai/stable-video-diffusion-img2vid-xt-1-1", 14745600.0),
            Map.entry("segment-anything-2/facebook/sam2-hiera-large", 1300000.0),
            Map.entry("text-to-speech/parler-tts/parler-tts-large-v1", 240.0));
}
