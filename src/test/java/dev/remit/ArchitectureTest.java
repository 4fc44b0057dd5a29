package dev.remit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.remit.api.LedgerService;
import dev.remit.ledger.Command;
import io.smallrye.config.ConfigMapping;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

/** What the layout promises to whoever looks at the folders. */
class ArchitectureTest {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.remit");

    /** A class in the root package would belong to none of these, and so be found. */
    @Test
    void oneWayInAndTheSameWayBack() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.remit..")
                .ensureAllClassesAreContainedInArchitecture()
                .layer("cli")
                .definedBy("dev.remit.cli..")
                .layer("console")
                .definedBy("dev.remit.console..")
                .layer("api")
                .definedBy("dev.remit.api..")
                .layer("webhook")
                .definedBy("dev.remit.webhook..")
                .layer("commit")
                .definedBy("dev.remit.commit..")
                .layer("feed")
                .definedBy("dev.remit.feed..")
                .layer("store")
                .definedBy("dev.remit.store..")
                .layer("ledger")
                .definedBy("dev.remit.ledger..")
                .layer("database")
                .definedBy("dev.remit.database..")
                .layer("audit")
                .definedBy("dev.remit.audit..")
                .layer("bulk")
                .definedBy("dev.remit.bulk..")
                .layer("load")
                .definedBy("dev.remit.load..")
                .layer("client")
                .definedBy("dev.remit.client..")
                .layer("settings")
                .definedBy("dev.remit.settings..")
                .layer("devdb")
                .definedBy("dev.remit.devdb..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("bulk")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("console")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("cli", "bulk", "console")
                .whereLayer("webhook")
                .mayOnlyBeAccessedByLayers("cli", "api")
                .whereLayer("commit")
                .mayOnlyBeAccessedByLayers("cli", "bulk", "api", "console", "feed")
                .whereLayer("feed")
                .mayOnlyBeAccessedByLayers("cli", "api", "console")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers(
                        "cli", "api", "console", "feed", "webhook", "commit", "audit")
                .whereLayer("ledger")
                .mayOnlyBeAccessedByLayers(
                        "cli", "bulk", "api", "console", "feed", "commit", "store", "audit")
                .whereLayer("database")
                .mayOnlyBeAccessedByLayers("cli", "commit", "store", "audit", "devdb")
                .whereLayer("settings")
                .mayOnlyBeAccessedByLayers("api", "webhook", "commit", "audit")
                .whereLayer("devdb")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("audit")
                .mayOnlyBeAccessedByLayers("cli", "console")
                .whereLayer("load")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("cli", "load")
                .because("whoever opens the source tree sees this picture")
                .check(CODE);
    }

    @Test
    void settingsHaveLimitsAndNoConstraints() {
        noClasses()
                .that()
                .areAnnotatedWith(ConfigMapping.class)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.validation..", "org.hibernate.validator.."))
                .because("one of them would cost every start a tenth of its time")
                .check(CODE);
    }

    @Test
    void theRulesKnowNoFrameworkNoClockAndNoChance() {
        noClasses()
                .that(resideInAPackage("dev.remit.ledger.."))
                .should()
                .dependOnClassesThat(
                        resideOutsideOfPackages(
                                "java.lang..",
                                "java.math..",
                                "java.util..",
                                "java.time..",
                                "java.nio..",
                                "java.security..",
                                "dev.remit.ledger.."))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .because("what is decided depends on the commands and the state alone")
                .check(CODE);
    }

    @Test
    void commitsTheFeedAndTheStoreKnowNothingOfHttp() {
        noClasses()
                .that(
                        resideInAnyPackage(
                                "dev.remit.commit..", "dev.remit.feed..", "dev.remit.store.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "jakarta.ws.rs..", "io.vertx..", "com.fasterxml.jackson.."))
                .because("a problem is how the API says what happened, not what happened")
                .check(CODE);
    }

    /** How an event is written comes from the API, by an interface of theirs. */
    @Test
    void webhooksKnowNothingOfTheApiAndItsJson() {
        noClasses()
                .that(resideInAPackage("dev.remit.webhook.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "dev.remit.api..",
                                "jakarta.ws.rs..",
                                "com.fasterxml.jackson..",
                                "java.sql.."))
                .because("they deliver what they are given, to whoever wants it")
                .check(CODE);
    }

    @Test
    void theApiAndThePagesKnowNothingOfSqlOrTransactions() {
        noClasses()
                .that(resideInAnyPackage("dev.remit.api..", "dev.remit.console.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "jakarta.persistence..", "io.agroal.."))
                .orShould()
                .beAnnotatedWith(Transactional.class)
                .because("the API and the pages translate and answer, and nothing else")
                .check(CODE);
    }

    @Test
    void assistantsOnlyRead() {
        noClasses()
                .that(resideInAPackage("dev.remit.api.mcp.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.remit.commit.."))
                .orShould()
                .dependOnClassesThat(
                        assignableTo(LedgerService.class).or(assignableTo(Command.class)))
                .because("a model that is led astray must not move money")
                .check(CODE);
    }

    @Test
    void rowsStayInTheStore() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .resideInAPackage("dev.remit.store")
                .because("one class describes one row")
                .check(CODE);
    }

    @Test
    void onlySqlStatesKnowsSqlStates() {
        noClasses()
                .that(
                        resideOutsideOfPackages(
                                "dev.remit.store..", "dev.remit.database..", "dev.remit.devdb.."))
                .should()
                .callMethod(java.sql.SQLException.class, "getSQLState")
                .because("what a SQLSTATE means is decided in one place")
                .check(CODE);
    }

    @Test
    void whatSeesTheServiceFromOutsideKnowsNothingButHttp() {
        noClasses()
                .that(resideInAnyPackage("dev.remit.load..", "dev.remit.client.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "java.sql..",
                                "jakarta..",
                                "io.quarkus..",
                                "org.jboss..",
                                "picocli.."))
                .because("it sees the service as any other client does")
                .check(CODE);
    }

    /** It starts in a moment, because nothing of the service is loaded for it. */
    @Test
    void commandsOfTheClientKnowNothingOfTheService() {
        noClasses()
                .that(resideInAPackage("dev.remit.cli.client.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.remit..")
                                .and(
                                        resideOutsideOfPackages(
                                                "dev.remit.cli.client..", "dev.remit.client..")))
                .orShould()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "java.sql..", "jakarta..", "io.quarkus..", "org.jboss.."))
                .because("they run on a machine that has the program and nothing else")
                .check(CODE);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .because("a class that cannot be built by hand cannot be tested by hand")
                .check(CODE);
    }

    @Test
    void aBinaryCanBeMadeOfIt() {
        noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(assignableTo(Buffer.class))
                .because("static fields are filled while a binary is built, and buffers may not be")
                .check(CODE);
    }

    @Test
    void namesAreThoseOfTheField() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Helper|Manager|Util|Utils)")
                .because("such a name says nothing of what the class is for")
                .check(CODE);
    }
}
