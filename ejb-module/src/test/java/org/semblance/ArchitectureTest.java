package org.semblance;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "org.semblance", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knows_no_rest_vaadin_or_batch = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "com.vaadin..", "jakarta.batch..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("org.semblance.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("org.semblance.platform..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "belong to a feature",
                    (JavaClass type) -> type.getPackageName().startsWith("org.semblance.")
                            && !type.getPackageName().startsWith("org.semblance.platform")
                            && !type.getPackageName().startsWith("org.semblance.health")
                            && !type.getPackageName().startsWith("org.semblance.database")));

    @ArchTest
    static final ArchRule health_library_knows_nothing_of_the_ejb_jar = noClasses()
            .that()
            .resideInAPackage("org.semblance.health..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are in the EJB jar",
                    (JavaClass type) -> type.getPackageName().startsWith("org.semblance.")
                            && !type.getPackageName().startsWith("org.semblance.health")));

    @ArchTest
    static final ArchRule services_of_galleries_keep_callers_within_them = classes()
            .that()
            .resideInAPackage("org.semblance.gallery..")
            .and()
            .areAnnotatedWith(Stateless.class)
            .and(DescribedPredicate.describe(
                    "have methods that need a permission", (JavaClass type) -> type.getMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith(RolesAllowed.class))))
            .should()
            .beAnnotatedWith("org.semblance.gallery.WithinGalleries");

    /** The container knows enterprise beans by their simple names. */
    @ArchTest
    static void beans_have_names_of_their_own(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class))
                        .map(JavaClass::getSimpleName))
                .doesNotHaveDuplicates();
    }

    @ArchTest
    static final ArchRule every_bean_says_who_may_call_it = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should(new ArchCondition<>("carry a permission, on the method or on the class") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                    boolean guarded = method.isAnnotatedWith(RolesAllowed.class)
                            || method.isAnnotatedWith(PermitAll.class)
                            || method.getOwner().isAnnotatedWith(PermitAll.class);
                    events.add(new SimpleConditionEvent(
                            method, guarded, method.getFullName() + " declares no permission"));
                }
            });

    @ArchTest
    static final ArchRule stateless_beans_have_no_package_private_methods = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .should(new ArchCondition<>("be public or private, for the container calls no other") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                    boolean callable = method.getModifiers().contains(JavaModifier.PUBLIC)
                            || method.getModifiers().contains(JavaModifier.PRIVATE)
                            || method.getModifiers().contains(JavaModifier.SYNTHETIC);
                    events.add(new SimpleConditionEvent(
                            method, callable, method.getFullName() + " is neither public nor private"));
                }
            });

    @ArchTest
    static final ArchRule entities_have_no_setters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotStartingWith("set");

    @ArchTest
    static final ArchRule vectors_are_the_embedding_stores_business = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("EmbeddingStore")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.pgvector..");

    @ArchTest
    static final ArchRule the_inference_runtime_is_the_vision_features_business = noClasses()
            .that()
            .resideOutsideOfPackage("org.semblance.vision..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule names_say_what_a_class_does = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils");
}
