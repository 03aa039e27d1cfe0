package org.warmplan.fleet;

import java.nio.file.Path;

/** The catalogue that comes with the program. */
final class Shipped {
    static final Path FOLDER = Path.of("data/catalogue");
    static final Catalogue CATALOGUE = Catalogue.read(FOLDER);

    private Shipped() {}
}
