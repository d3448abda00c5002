package org.semblance.platform.rest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every resource, those of tomorrow included. */
class RestConventionsTest {
    private static final int MAX_LINES = 120;
    private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java");

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> location.contains("/web-module/"))
            .importPackages("org.semblance");

    @Test
    void every_endpoint_says_who_may_call_it() {
        assertThat(endpoints()).isNotEmpty();
        assertThat(endpoints().filter(method -> AccessRule.find(method.getDeclaringClass(), method)
                        .isEmpty()))
                .as("endpoints with neither @RolesAllowed nor @PermitAll")
                .isEmpty();
    }

    @Test
    void every_endpoint_is_described() {
        assertThat(endpoints().filter(method -> !isDescribed(method)))
                .as("endpoints without an @Operation that has an id and a summary")
                .isEmpty();
        assertThat(resources().filter(resource -> !resource.isAnnotationPresent(Tag.class)))
                .as("resources without a @Tag")
                .isEmpty();
    }

    @Test
    void operation_ids_are_unique() {
        assertThat(endpoints()
                        .map(method -> method.getAnnotation(Operation.class).operationId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_resource_ends_in_resource() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .resideInAPackage("..rest")
                .check(MODULE);
    }

    /** JAX-RS asks for one even where CDI makes the object; without it the application does not start. */
    @Test
    void jax_rs_finds_a_public_constructor_without_arguments() {
        assertThat(Stream.concat(resources(), providers()).filter(type -> Arrays.stream(type.getConstructors())
                        .noneMatch(constructor -> constructor.getParameterCount() == 0)))
                .as("resources and providers without a public constructor without arguments")
                .isEmpty();
    }

    @Test
    void resources_are_short_and_handle_no_failure() {
        assertThat(resources().filter(resource -> source(resource).lines().count() > MAX_LINES))
                .as("resources of more than " + MAX_LINES + " lines")
                .isEmpty();
        assertThat(resources().filter(resource -> source(resource).contains("catch (")))
                .as("resources that catch")
                .isEmpty();
    }

    @Test
    void rest_uses_services_and_no_stores() {
        noClasses()
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Store")
                        .and(not(simpleName("ImageStore")))
                        .or(resideInAPackage("jakarta.persistence..").and(not(simpleName("OptimisticLockException")))))
                .check(MODULE);
    }

    @Test
    void only_the_files_servlet_reads_images() {
        noClasses()
                .that(not(simpleName("FilesServlet")))
                .should()
                .dependOnClassesThat(simpleName("ImageStore"))
                .check(MODULE);
    }

    @Test
    void rest_knows_no_sql() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql..").or(resideInAPackage("javax.sql..")))
                .check(MODULE);
    }

    @Test
    void rest_knows_no_vaadin_and_no_batch() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("com.vaadin..").or(resideInAPackage("jakarta.batch..")))
                .check(MODULE);
    }

    @Test
    void entities_do_not_go_over_the_wire() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith(
                                "jakarta.persistence.Entity"))
                .check(MODULE);
    }

    @Test
    void features_do_not_go_in_circles() {
        slices().matching("org.semblance.(*).rest").should().beFreeOfCycles().check(MODULE);
    }

    private static Stream<Class<?>> resources() {
        return MODULE.stream().filter(type -> type.isAnnotatedWith(Path.class)).map(JavaClass::reflect);
    }

    private static Stream<Class<?>> providers() {
        return MODULE.stream()
                .filter(type -> type.isAnnotatedWith(Provider.class))
                .map(JavaClass::reflect);
    }

    private static Stream<Method> endpoints() {
        return resources()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(RestConventionsTest::isEndpoint);
    }

    private static boolean isEndpoint(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static boolean isDescribed(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation != null
                && !operation.operationId().isEmpty()
                && !operation.summary().isEmpty();
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
