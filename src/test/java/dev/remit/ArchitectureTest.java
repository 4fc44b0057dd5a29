package dev.remit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** What the layout promises to whoever looks at the folders. */
class ArchitectureTest {

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.remit");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("dev.remit.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each feature can then be read on its own")
                .check(CODE);
    }

    @Test
    void resourcesKnowNothingOfSqlOrTransactions() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.sql..")
                                .or(resideInAPackage("jakarta.persistence..")))
                .orShould()
                .beAnnotatedWith(Transactional.class)
                .because("resources translate HTTP and nothing else")
                .check(CODE);
    }

    @Test
    void theDecisionIsPure() {
        noClasses()
                .that()
                .haveSimpleName("Decision")
                .or()
                .haveSimpleName("Draft")
                .or()
                .haveSimpleName("Running")
                .or()
                .haveSimpleName("Books")
                .should()
                .dependOnClassesThat(
                        resideOutsideOfPackages("java.lang..", "java.util", "dev.remit.ledger"))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .because("what is decided depends on the commands and the books alone")
                .check(CODE);
    }

    @Test
    void entitiesDoNotCrossTheApi() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveSimpleNameNotEndingWith("Response")
                .andShould()
                .onlyBeAccessed()
                .byAnyPackage("dev.remit.account", "dev.remit.transfer", "dev.remit.cli.demo")
                .because("the API does not change when a column does")
                .check(CODE);
    }

    @Test
    void onlySqlStatesKnowsSqlStates() {
        noClasses()
                .that(resideOutsideOfPackages("dev.remit.database..", "dev.remit.devdb.."))
                .should()
                .callMethod(java.sql.SQLException.class, "getSQLState")
                .because("what a SQLSTATE means is decided in one place")
                .check(CODE);
    }

    @Test
    void theDevelopmentDatabaseIsUsedByNobody() {
        noClasses()
                .that(resideOutsideOfPackages("dev.remit.devdb.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.remit.devdb.."))
                .because("it is not in the production package")
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
    void namesAreThoseOfTheField() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Helper|Manager|Util|Utils)")
                .because("such a name says nothing of what the class is for")
                .check(CODE);
    }
}
