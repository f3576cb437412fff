package org.mailroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The floor plan of the house (docs/architecture.md) holds. */
class HouseTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mailroom");

    @Test
    void aRoomCallsOnlyTheRoomsThatItMay() {
        ApplicationModules.of(Mailroom.class).verify();
    }

    @Test
    void onlyEngineAccessAndTheHandsOfTheDiagramKnowCamunda() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.mailroom.engine..", "org.mailroom.cases.process..", "org.mailroom.access..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(HOUSE);
    }

    @Test
    void onlyTheDoorsAndTheReadingOfMimeKnowMailProtocols() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.mailroom.mailbox..",
                        "org.mailroom.mailserver..",
                        "org.mailroom.intake.mime..",
                        "org.mailroom.outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.springframework.integration..")
                .check(HOUSE);
    }
}
