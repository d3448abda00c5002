package org.semblance.portal;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.home.ui.HomeView;
import org.semblance.identity.ui.AccountView;
import org.semblance.platform.ui.TitledView;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "org.semblance", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LONGEST_VIEW = 150;

    private static final DescribedPredicate<JavaClass> STORES = describe(
            "stores",
            type -> type.getPackageName().startsWith("org.semblance")
                    && type.getSimpleName().endsWith("Store"));

    private static final DescribedPredicate<JavaClass> ENTITIES =
            describe("entities", type -> type.isAnnotatedWith("jakarta.persistence.Entity"));

    @ArchTest
    static final ArchRule views_call_services_and_nothing_below = noClasses()
            .that()
            .resideInAPackage("org.semblance..ui..")
            .should()
            .dependOnClassesThat(STORES.or(ENTITIES)
                    .or(resideInAPackage("jakarta.persistence.."))
                    .or(resideInAPackage("javax.sql.."))
                    .or(resideInAPackage("java.sql.."))
                    .or(resideInAPackage("jakarta.ws.rs.."))
                    .or(resideInAPackage("jakarta.batch..")));

    /** The first page shows everybody what they may see, and the account is everybody's own. */
    private static final DescribedPredicate<JavaClass> FOR_EVERYBODY =
            describe("for everybody who has signed in", type -> List.of(HomeView.class, AccountView.class).stream()
                    .anyMatch(type::isEquivalentTo));

    @ArchTest
    static final ArchRule every_view_says_who_may_open_it = classes()
            .that(describe("views", (JavaClass type) -> type.isAnnotatedWith(Route.class))
                    .and(not(FOR_EVERYBODY)))
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(AnonymousAllowed.class)
            .because("a view without an annotation is closed to everybody");

    @ArchTest
    static final ArchRule few_pages_are_open_to_everybody_signed_in = noClasses()
            .that(resideInAPackage("org.semblance..ui").and(not(FOR_EVERYBODY)))
            .should()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule every_view_has_a_title =
            classes().that().areAnnotatedWith(Route.class).should().implement(TitledView.class);

    @ArchTest
    static final ArchRule the_shell_knows_no_view = noClasses()
            .that()
            .resideInAPackage("org.semblance.platform.ui")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.semblance..ui").and(not(resideInAPackage("org.semblance.platform.ui"))));

    @ArchTest
    static final ArchRule features_do_not_depend_on_each_other_in_circles =
            slices().matching("org.semblance.(*).ui").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_shell_looks_into_the_session = noClasses()
            .that()
            .resideInAPackage("org.semblance..ui")
            .and()
            .resideOutsideOfPackage("org.semblance.platform.ui")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.servlet.http.HttpSession");

    @Test
    void views_are_short() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            List<Path> views = files.filter(file -> file.toString().endsWith("View.java"))
                    .filter(file -> !file.getFileName().toString().equals("TitledView.java"))
                    .toList();

            assertThat(views).hasSizeGreaterThan(5);
            for (Path view : views) {
                assertThat(Files.readAllLines(view)).as(view.toString()).hasSizeLessThanOrEqualTo(LONGEST_VIEW);
            }
        }
    }
}
