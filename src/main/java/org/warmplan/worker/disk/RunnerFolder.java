package org.warmplan.worker.disk;

import java.util.List;

/**
 * One folder under the folder with the weights that a runner reads.
 *
 * @param endings ends of file names; at least one file with one of them must be there
 */
record RunnerFolder(String name, Layout layout, List<String> endings) {
    /** How the files lie in it. */
    enum Layout {
        /** The cache of Hugging Face: {@code blobs}, {@code refs/main} and {@code snapshots}, whose files are links. */
        HUB,
        /** Any folder in it with weights, beside a config.json: what the language models' runner takes. */
        ANYWHERE,
        /** No rule but the endings. */
        PLAIN
    }

    RunnerFolder {
        endings = List.copyOf(endings);
    }

    /** The cache folder of a repository on Hugging Face. */
    static RunnerFolder hub(String repository, String... endings) {
        return new RunnerFolder(cacheName(repository), Layout.HUB, List.of(endings));
    }

    /** The cache folder of a language model. */
    static RunnerFolder anywhere(String repository, String... endings) {
        return new RunnerFolder(cacheName(repository), Layout.ANYWHERE, List.of(endings));
    }

    static RunnerFolder plain(String name, String... endings) {
        return new RunnerFolder(name, Layout.PLAIN, List.of(endings));
    }

    boolean isWeights(String fileName) {
        return endings.stream().anyMatch(fileName::endsWith);
    }

    private static String cacheName(String repository) {
        return "models--" + repository.replace("/", "--");
    }
}
