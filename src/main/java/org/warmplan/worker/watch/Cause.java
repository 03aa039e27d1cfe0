package org.warmplan.worker.watch;

import org.warmplan.domain.StableKey;

/**
 * Why a slot is what it is: a sentence, and a way out that begins with "Maybe". Limits of time are those of go-livepeer:
 * 3 minutes to load, 5 with a flag ({@code ai/worker/docker.go:36,42} at 176aa415).
 */
public enum Cause {
    MODEL_LOADING(
            "Its container runs and its model is being loaded.", "wait: go-livepeer gives it 3 minutes, 5 with a flag"),
    DOWNLOADING(
            "Its runner is still downloading the model's files.",
            "download them before the restart next time: go-livepeer does not wait longer than 3 minutes, 5 with a flag"),
    PULLING_IMAGE("Its container image is still being pulled.", "wait, or docker pull it before the restart next time"),
    WAITING_TURN("go-livepeer loads one container after another, and this one's turn has not come.", "wait"),
    NODE_STARTING("go-livepeer has started, and has not begun to load anything.", "wait; it reads the chain first"),
    RELOADING("Its container ended and is being started again.", "wait, and read the runner's log if it does so again"),

    CONFLICT(
            "There are more warm containers in the aiModels.json in use than slots.",
            "install the planned file, or set \"warm\" to false in entries that are not planned; then restart go-livepeer"),
    PARSE_ERROR(
            "go-livepeer cannot read the aiModels.json in use, so it does not start.",
            "install the planned file as it was published, and check the path given to -aiModels"),
    PANIC(
            "go-livepeer panicked while it started.",
            "read the line in its log, and install the planned file as it was published"),
    PRICE_MISSING(
            "There is no price for it: go-livepeer does not start without any, and gateways pay nothing where the network shows none.",
            "add price_per_unit to its entry in the aiModels.json of the orchestrator (the worker's own where it is one itself), and restart that"),
    NODE_ENDED(
            "go-livepeer itself has ended, so nothing is sent to its containers any more.",
            "start go-livepeer again, once what ended it is mended"),
    RESTART_LOOP(
            "Its container is started again and again.",
            "read why in the runner's log: docker logs, with the container's name"),
    DOWNLOAD_NOT_FINISHED(
            "The model's files were not all there, and downloading them took longer than go-livepeer waits.",
            "download the model into the models folder first, then restart go-livepeer"),
    MODEL_FILES_MISSING(
            "The model's files are not in the models folder and could not be fetched.",
            "download the model (a gated one needs your Hugging Face token), and check -aiModelsDir"),
    DISK_FULL("The disk is full.", "free space in the folder given to -aiModelsDir, or under docker's"),
    OUT_OF_MEMORY(
            "The card's memory was not enough while the model was loaded.",
            "look with nvidia-smi at what else is on the card, state it as reservedMib (or your own figure under overrides) in fleet.yaml, and plan again"),
    OUT_OF_HOST_MEMORY(
            "The machine's own memory was not enough, and the system killed the container.",
            "add memory or swap: weights pass through it on their way to the card"),
    LOAD_TOO_LONG(
            "The model took longer to load than go-livepeer waits (3 minutes, 5 with a flag).",
            "move the models folder to a faster disk, or check that the download was complete"),
    RUNNER_ERROR("Its runner reported an error.", "read the runner's log: docker logs, with the container's name"),
    CARD_NOT_SUPPORTED(
            "The runner's image has no code for this kind of card.",
            "use a newer image with -aiRunnerImageOverrides, or pin the workload to another card"),
    NO_GPU(
            "The container was not given a card.",
            "check -nvidia, the driver and the NVIDIA container toolkit: docker run --rm --gpus all ubuntu nvidia-smi"),
    IMAGE_UNKNOWN(
            "go-livepeer knows no container image for this live pipeline.",
            "name one in -aiRunnerImageOverrides, or update go-livepeer"),
    IMAGE_MISSING(
            "Its container image is not on this machine and could not be pulled.",
            "docker pull it by hand, and check the disk and the registry"),
    SLOT_TAKEN(
            "No slot was free when its container was to be started again: a cold model had taken it, or the old container could not be removed.",
            "look with docker ps --all what is there, and restart go-livepeer"),
    PLACE_TAKEN(
            "Another container has its name or its port.",
            "docker ps --all shows which; remove it and restart go-livepeer"),
    NO_DOCKER("go-livepeer does not reach docker.", "start docker, and check that its socket is given to go-livepeer"),
    START_FAILED(
            "Its container did not start.", "read the line in go-livepeer's log, and docker logs of the container"),
    CONTAINER_GONE(
            "There is no container for it.",
            "read go-livepeer's log for why, and restart it; or this is not the machine of the worker"),
    CONTAINER_STOPPED("Its container has stopped.", "read why with docker logs, and restart go-livepeer"),
    NEVER_STARTED(
            "go-livepeer runs, and has not started a container for it.",
            "check that -aiModels leads to the planned file, and that go-livepeer was restarted after it was installed"),
    OTHER_MODEL(
            "Its slot holds another model.",
            "check that go-livepeer was restarted after the planned file was installed, and the order of -nvidia"),
    OTHER_CARD(
            "The model was loaded on another card than planned.",
            "start go-livepeer with -nvidia in the order of the plan, and -aiRunnerContainersPerGPU as in fleet.yaml"),

    NOT_YET_POLLED(
            "The network does not show it yet: registries ask within 25 minutes of the start, gateways within 10.",
            "wait, and ask again"),
    NOT_ADVERTISED(
            "The network does not show it, although it was asked more than 25 minutes after the start.",
            "check that the orchestrator is active and reachable on its service address, and that it runs this worker"),
    ADVERTISED_COLD(
            "The network shows it as cold, so gateways prefer others.",
            "list it as warm on every worker of the orchestrator, or on one only: the first worker's flag stands"),

    ONLY_ADVERTISED(
            "It is advertised as warm, but that only repeats the file, whatever the containers do.",
            "give go-livepeer's log with --log"),
    READINESS_UNSEEN(
            "Its container runs, but nothing that was read says that its model is loaded.",
            "give go-livepeer's log with --log"),
    NO_EVIDENCE("Nothing that was read tells of it.", "give go-livepeer's log with --log");

    private final String sentence;
    private final String wayOut;

    Cause(String sentence, String wayOut) {
        this.sentence = sentence;
        this.wayOut = "Maybe " + wayOut + ".";
    }

    public String sentence() {
        return sentence;
    }

    public String wayOut() {
        return wayOut;
    }

    /** As JSON has it, like {@code restartLoop}. */
    public String key() {
        return StableKey.of(this);
    }

    /** Whether it keeps even a warm model from earning, so that the check has failed. */
    public boolean keepsFromEarning() {
        return this == PRICE_MISSING || this == NOT_ADVERTISED || this == ADVERTISED_COLD;
    }
}
