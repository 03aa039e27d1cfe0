package org.warmplan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms and what each may import. When a rule hurts, move the class, not the wall. */
final class WallsTest {
    private static final String ROOT = "org.warmplan.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.warmplan");

    @ParameterizedTest(name = "{0} imports only [{1}]")
    @CsvSource(delimiter = '|', textBlock = """
            domain  |
            files   | domain
            problem | domain files
            certify | domain problem
            collect | domain files
            history | domain files
            fleet   | domain files
            worker  | domain files fleet
            demand  | domain files history
            value   | domain files problem fleet demand
            plan    | domain problem
            bench   | domain problem certify plan
            explain | domain files problem fleet worker demand value plan
            replay  | domain files problem history fleet demand value plan
            report  | domain files problem history fleet worker demand value plan explain
            cli     | domain files problem certify collect history fleet worker demand value plan explain replay report bench
            """)
    void roomImportsOnlyItsNeighbours(String room, @Nullable String allowed) {
        Set<String> rooms = new TreeSet<>(Set.of(room));
        if (allowed != null) {
            rooms.addAll(Arrays.asList(allowed.split(" ")));
        }
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are in a room other than " + rooms) {
                    @Override
                    public boolean test(JavaClass other) {
                        return other.getPackageName().startsWith(ROOT)
                                && !rooms.contains(other.getPackageName()
                                        .substring(ROOT.length())
                                        .split("\\.")[0]);
                    }
                })
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** The rooms inside {@code worker}: what reads, writes and starts files knows nothing of what is made of that. */
    @ParameterizedTest(name = "worker.{0} imports only [{1}] of worker")
    @CsvSource({"lint, disk", "diff,", "disk,", "watch,"})
    void roomsOfTheWorkerStandApart(String room, @Nullable String allowed) {
        String[] others = Stream.of("lint", "diff", "disk", "watch")
                .filter(other -> !other.equals(room) && !other.equals(allowed))
                .map(other -> ROOT + "worker." + other)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "worker." + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "worker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "worker." + room)
                .check(CLASSES);
    }

    /** The rooms inside {@code collect}: a source knows how to ask and to read answers, and no other source. */
    @ParameterizedTest(name = "collect.{0} imports only [{1}] of collect")
    @CsvSource(delimiter = '|', textBlock = """
            ask         |
            answer      |
            network     | ask answer
            page        | ask answer
            explorer    | ask answer
            leaderboard | ask answer
            naap        | ask answer
            payouts     | ask answer
            metrics     | ask answer
            """)
    void sourcesStandApart(String room, @Nullable String allowed) {
        Set<String> rooms = new TreeSet<>(Set.of(room));
        if (allowed != null) {
            rooms.addAll(Arrays.asList(allowed.split(" ")));
        }
        noClasses()
                .that()
                .resideInAPackage(ROOT + "collect." + room)
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are in a room of collect other than " + rooms) {
                    @Override
                    public boolean test(JavaClass other) {
                        String name = other.getPackageName();
                        return name.startsWith(ROOT + "collect")
                                && !rooms.contains(name.substring(name.lastIndexOf('.') + 1));
                    }
                })
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest(name = "only {1} touches {0}")
    @CsvSource({
        "okhttp3.., collect",
        "okio.., collect",
        "org.jsoup.., collect",
        "java.sql.., history",
        "javax.sql.., history",
        "org.jdbi.., history",
        "org.flywaydb.., history",
        "org.optaplanner.., plan",
        "com.google.ortools.., bench",
        "picocli.., cli",
        "gg.jte.., report",
        "org.snakeyaml.., files",
        "com.networknt.., files",
        "jakarta.json.., files",
        "org.eclipse.parsson.., files",
        "tools.jackson.core.., files"
    })
    void eachLibraryHasOneRoom(String library, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void domainNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage(ROOT + "domain")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", ROOT + "domain")
                .check(CLASSES);
    }

    @Test
    void thePlannerReadsNoFiles() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "plan..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineAsksTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"util", "common", "model", "impl", "service"})
    void noDrawers(String name) {
        noClasses().should().resideInAPackage(".." + name + "..").check(CLASSES);
    }

    @Test
    void everyRoomIsNullMarked() {
        classes()
                .should(new com.tngtech.archunit.lang.ArchCondition<>("live in a @NullMarked package") {
                    @Override
                    public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                        if (!marked) {
                            events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                    item, item.getPackageName() + " is not @NullMarked"));
                        }
                    }
                })
                .check(CLASSES);
    }

    @Test
    void noCircles() {
        slices().matching("org.warmplan.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
