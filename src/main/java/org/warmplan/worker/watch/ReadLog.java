package org.warmplan.worker.watch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.warmplan.fleet.Role;

/** One log, of go-livepeer, of a runner, or of both mixed, read to its end. */
public final class ReadLog {
    private final String source;
    private final NodeLog node = new NodeLog();
    private final RunnerLog runner = new RunnerLog();
    private long lines;

    private ReadLog(String source) {
        this.source = source;
    }

    /**
     * Reads a log of any bytes, line by line, in bounded memory.
     *
     * @param source what to call it; a runner's container is known by its name in there
     * @param now lines of later times are of a clock or a time zone that is not known
     * @throws IOException when the stream ends in an error
     */
    public static ReadLog of(String source, InputStream stream, Instant now) throws IOException {
        ReadLog log = new ReadLog(source);
        BoundedLines lines = new BoundedLines(stream);
        for (Optional<String> line = lines.findNext(); line.isPresent(); line = lines.findNext()) {
            log.lines = lines.number();
            log.add(line.get(), now);
        }
        return log;
    }

    private void add(String text, Instant now) {
        LogLine line = LogLine.of(text, now);
        if (line.writer() == LogLine.Writer.NODE && line.at() != null) {
            node.goesTo(line.at());
        }
        Optional<NodeEvent> told = NodeLines.find(line);
        if (told.isPresent()) {
            node.add(told.get(), evidence(line, told.get()));
            return;
        }
        RunnerLines.find(line).ifPresent(event -> runner.add(event, evidence(line, event)));
    }

    private Evidence evidence(LogLine line, LogEvent event) {
        return new Evidence(source, lines, line.at(), line.exact(), event.words());
    }

    public String source() {
        return source;
    }

    /** How many lines it has. */
    public long lines() {
        return lines;
    }

    /** Whether it holds no line that go-livepeer or a runner prints about containers. */
    public boolean tellsNothing() {
        return node.isEmpty() && runner.last() == null;
    }

    /** Whether it is of a go-livepeer that cannot be the worker: a remote worker's is no orchestrator's, and the other way round. */
    public boolean isOfAnother(Role role) {
        Boolean orchestrates = node.orchestrates();
        return orchestrates != null && orchestrates == (role == Role.REMOTE);
    }

    NodeLog node() {
        return node;
    }

    RunnerLog runner() {
        return runner;
    }

    /** Whether the source's name holds the container's. */
    boolean isNamed(String container) {
        return source.contains(container);
    }
}
