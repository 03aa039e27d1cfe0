package org.warmplan.history.index;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/** Brings the tables of a database to the form this version works with. */
final class Migrations {
    private static final String FOLDER = "classpath:org/warmplan/history/index";

    private Migrations() {}

    static void run(Handle handle, DataSource source) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations(FOLDER)
                .load()
                .migrate();
    }
}
