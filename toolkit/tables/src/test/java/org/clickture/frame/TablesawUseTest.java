package org.clickture.frame;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Tablesaw 0.44 holds tables well, but its joins lose rows, its group-bys fail and its sums are not exact. */
class TablesawUseTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.clickture");

    @Test
    void neverJoinsOrGroups() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tech.tablesaw.joining..", "tech.tablesaw.aggregate..")
                .check(CLASSES);
    }

    @Test
    void neverCallsWhatJoinsGroupsOrAddsUp() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(resideInAPackage("tech.tablesaw..")))
                        .and(target(nameMatching(
                                "join.*|summarize.*|.*[cC]ountBy.*|xTab.*|dropDuplicateRows|unique|splitOn|sum"))))
                .check(CLASSES);
    }
}
