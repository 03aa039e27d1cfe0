package org.warmplan.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Being told to end while something takes long: it is called off, what is done so far is kept, and then we end. */
final class CtrlC {
    /** So long the one who pressed it is kept waiting at most, in seconds. */
    private static final long PATIENCE = 5;

    private final Duration longestPause;
    private final CountDownLatch pressed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Runnable> goingOn = new CopyOnWriteArrayList<>();

    CtrlC() {
        this(Duration.ofDays(1));
    }

    /** Lets no pause last longer than that. */
    CtrlC(Duration longestPause) {
        this.longestPause = longestPause;
    }

    /** Hears the signals that end this process. */
    static CtrlC ofThisProcess() {
        CtrlC ctrlC = new CtrlC();
        Runtime.getRuntime().addShutdownHook(new Thread(ctrlC::press, "ctrl-c"));
        return ctrlC;
    }

    /** Does {@code work}; when told to end meanwhile, {@code callOff} is called from another thread. */
    <T> T during(Supplier<T> work, Runnable callOff) {
        goingOn.add(callOff);
        try {
            return work.get();
        } finally {
            goingOn.remove(callOff);
        }
    }

    /**
     * Waits for so long.
     *
     * @throws InterruptedException when told to end meanwhile
     */
    void waitFor(Duration pause) throws InterruptedException {
        Duration cut = pause.compareTo(longestPause) > 0 ? longestPause : pause;
        boolean early = pressed.await(cut.toMillis(), TimeUnit.MILLISECONDS);
        if (early) {
            throw new InterruptedException("told to end");
        }
    }

    /** The program has done all it does. */
    void ended() {
        ended.countDown();
    }

    /** Tells it to end, and waits a little when there is something to call off. */
    void press() {
        // Called off first: who only wakes from a pause must see that.
        List<Runnable> calledOff = List.copyOf(goingOn);
        calledOff.forEach(Runnable::run);
        pressed.countDown();
        if (calledOff.isEmpty()) {
            return;
        }
        try {
            // In time or not, the process ends now.
            boolean unused = ended.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
