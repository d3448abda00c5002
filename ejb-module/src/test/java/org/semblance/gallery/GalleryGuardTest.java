package org.semblance.gallery;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.platform.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The guard, and that no service of galleries does without it. */
class GalleryGuardTest {
    private static final PersonId MINE = new PersonId(11);
    private static final PersonId ANOTHERS = new PersonId(22);
    private static final PersonId NOBODY = new PersonId(99);

    private final GalleryGuard guard = new GalleryGuard(List.of(
            finder(PersonId.class, Map.of(MINE, 1L, ANOTHERS, 2L), PersonNotFoundException::new),
            finder(
                    GalleryName.class,
                    Map.of(new GalleryName("mine"), 1L, new GalleryName("anothers"), 2L),
                    GalleryNotFoundException::new)));

    @BeforeEach
    void sign_in_somebody_of_gallery_1() {
        CurrentUser.begin(new SignedInUser(
                new UUID(0, 1),
                "anna",
                "Anna",
                Map.of(
                        Permissions.PERSON_READ,
                        Scope.of(Set.of(1L)),
                        Permissions.PERSON_EDIT,
                        Scope.EVERYWHERE,
                        Permissions.AUDIT_READ,
                        Scope.of(Set.of(1L))),
                null));
    }

    @AfterEach
    void sign_out() {
        CurrentUser.end();
    }

    @Test
    void what_lies_in_the_callers_gallery_is_there() {
        assertThatCode(() -> call("read", MINE)).doesNotThrowAnyException();
    }

    @Test
    void what_lies_elsewhere_does_not_exist() {
        assertThatThrownBy(() -> call("read", ANOTHERS))
                .isInstanceOf(PersonNotFoundException.class)
                .hasMessage(new PersonNotFoundException(ANOTHERS).getMessage());
    }

    @Test
    void what_is_not_there_at_all_is_left_to_the_method() {
        assertThatCode(() -> call("read", NOBODY)).doesNotThrowAnyException();
    }

    @Test
    void one_of_many_that_lies_elsewhere_is_enough_to_refuse() {
        assertThatThrownBy(() -> call("readAll", List.of(MINE, ANOTHERS))).isInstanceOf(PersonNotFoundException.class);
    }

    @Test
    void a_question_is_about_the_gallery_that_it_names() {
        var query = new PersonQuery(new GalleryName("anothers"), "", 0, 10);

        assertThatThrownBy(() -> call("ask", query)).isInstanceOf(GalleryNotFoundException.class);
        assertThatThrownBy(() -> call("perhaps", Optional.of(new GalleryName("anothers"))))
                .isInstanceOf(GalleryNotFoundException.class);
        assertThatCode(() -> call("perhaps", Optional.empty())).doesNotThrowAnyException();
    }

    @Test
    void each_permission_has_its_own_galleries() {
        assertThatCode(() -> call("edit", ANOTHERS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> call("search", MINE)).isInstanceOf(PersonNotFoundException.class);
    }

    @Test
    void without_a_known_caller_nothing_is_done() {
        CurrentUser.end();

        assertThatThrownBy(() -> call("read", MINE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_about_the_whole_installation_cannot_be_had_in_one_gallery() {
        assertThat(CurrentUser.require().permissions())
                .contains(Permissions.PERSON_READ)
                .doesNotContain(Permissions.AUDIT_READ);
    }

    @Test
    void every_guarded_service_of_galleries_names_where_it_works() {
        List<String> silent = new ArrayList<>();
        for (Class<?> service : List.of(
                EnrolmentService.class,
                FaceService.class,
                GalleryService.class,
                PersonChangeService.class,
                PersonService.class,
                RecognitionService.class,
                SearchService.class,
                StatisticsService.class,
                VerificationService.class,
                org.semblance.gallery.cluster.ClusterService.class,
                org.semblance.gallery.guided.GuidedEnrolmentService.class)) {
            assertThat(service).hasAnnotation(WithinGalleries.class);
            for (Method method : service.getDeclaredMethods()) {
                boolean isSilent = method.isAnnotationPresent(RolesAllowed.class)
                        && !method.isAnnotationPresent(SelfScoped.class)
                        && Arrays.stream(method.getGenericParameterTypes())
                                .noneMatch(type -> isInAGallery(type.getTypeName(), method));
                if (isSilent) {
                    silent.add(service.getSimpleName() + "." + method.getName());
                }
            }
        }

        assertThat(silent)
                .as("say what you work on, or that you are @SelfScoped")
                .isEmpty();
    }

    private static boolean isInAGallery(String type, Method method) {
        return Set.of(GalleryName.class, PersonId.class, FaceId.class, PersonChangeId.class).stream()
                        .anyMatch(known -> type.contains(known.getName()))
                || type.contains("ProposalId")
                || Arrays.stream(method.getParameterTypes()).anyMatch(InGallery.class::isAssignableFrom);
    }

    private void call(String name, Object argument) {
        Method method = Arrays.stream(Service.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        guard.check(method, new Object[] {argument});
    }

    private static <T> GalleryFinder<T> finder(Class<T> kind, Map<T, Long> galleries, Function<T, Problem> refusal) {
        return new GalleryFinder<>() {
            @Override
            public Class<T> kind() {
                return kind;
            }

            @Override
            public OptionalLong find(T id) {
                Long gallery = galleries.get(id);
                return gallery == null ? OptionalLong.empty() : OptionalLong.of(gallery);
            }

            @Override
            public Problem notFound(T id) {
                return refusal.apply(id);
            }
        };
    }

    /** Methods as services have them. */
    interface Service {
        @RolesAllowed(Permissions.PERSON_READ)
        void read(PersonId person);

        @RolesAllowed(Permissions.PERSON_READ)
        void readAll(List<PersonId> persons);

        @RolesAllowed(Permissions.PERSON_READ)
        void ask(PersonQuery query);

        @RolesAllowed(Permissions.PERSON_READ)
        void perhaps(Optional<GalleryName> gallery);

        @RolesAllowed(Permissions.PERSON_EDIT)
        void edit(PersonId person);

        @RolesAllowed(Permissions.SEARCH_RUN)
        void search(PersonId person);
    }
}
