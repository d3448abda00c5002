package org.semblance.lookalike;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.search.Vectors;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.directory.UserNotFoundException;
import org.semblance.platform.Permissions;
import org.semblance.vision.Embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimilarUserServiceIT {
    private MigratedDatabase database;
    private SimilarUserService service;
    private UUID ada;
    private UUID bob;
    private UUID eve;

    @BeforeEach
    void three_users_of_whom_two_look_alike() {
        database = MigratedDatabase.fresh();
        service = new SimilarUserService(database.app());
        var world = new LookalikeWorld(database.app(), 100);
        long gallery = world.rows.gallery();
        Vectors vectors = world.vectors;
        Embedding look = vectors.stranger();
        ada = world.user(gallery, look, 2);
        bob = world.user(gallery, vectors.like(look, 0.9), 2);
        eve = world.user(gallery, vectors.stranger(), 2);
        world.run(50, false);
    }

    @AfterEach
    void close() {
        CurrentUser.end();
        database.close();
    }

    @Test
    void users_see_who_looks_like_them_in_pages() {
        calls(ada);

        var first = service.list(ada, 0, 1);
        var second = service.list(ada, first.next().orElseThrow(), 1);

        assertThat(first.items()).extracting(SimilarUser::user).containsExactly(bob);
        assertThat(first.items().get(0).similarity()).isGreaterThan(0.4);
        assertThat(second.items()).extracting(SimilarUser::user).containsExactly(eve);
        assertThat(second.items().get(0).rank()).isEqualTo(2);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void to_those_without_the_permissions_others_do_not_exist() {
        calls(ada, Permissions.USER_READ);
        assertThatThrownBy(() -> service.list(bob, 0, 10)).isInstanceOf(UserNotFoundException.class);

        calls(ada, Permissions.USER_READ, Permissions.SEARCH_RUN);
        assertThat(service.list(bob, 0, 10).items()).hasSize(2);
        assertThatThrownBy(() -> service.list(new UUID(1, 1), 0, 10)).isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void whose_consent_is_withdrawn_is_listed_nowhere_from_then_on() {
        new org.semblance.gallery.search.GalleryRows(database.app())
                .run("UPDATE person SET suspended_at = now() WHERE user_id = ?", bob);

        calls(ada);
        assertThat(service.list(ada, 0, 10).items())
                .extracting(SimilarUser::user)
                .containsExactly(eve);
        calls(bob);
        assertThat(service.list(bob, 0, 10).items()).isEmpty();
    }

    private static void calls(UUID user, String... permissions) {
        CurrentUser.begin(new SignedInUser(user, "ada", "Ada", Set.of(permissions)));
    }
}
