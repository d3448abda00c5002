package org.semblance;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.semblance", importOptions = ImportOption.DoNotIncludeTests.class)
class BatchArchitectureTest {

    @ArchTest
    static final ArchRule jobs_know_no_rest_and_no_portal = noClasses()
            .that()
            .resideInAPackage("..batch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "com.vaadin..", "..rest..", "..ui..");

    @ArchTest
    static final ArchRule only_the_launcher_starts_jobs = noClasses()
            .that()
            .resideOutsideOfPackage("org.semblance.platform.batch..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(JobOperator.class, BatchRuntime.class);

    @ArchTest
    static final ArchRule jobs_have_no_caller_and_call_no_guarded_service = noClasses()
            .that()
            .resideInAPackage("org.semblance.gallery.batch..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Service");
}
