package org.semblance.surveillance.review;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryStores;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.surveillance.unknown.UnknownWorld;

import static org.assertj.core.api.Assertions.assertThat;

class BacklogIT {
    private final GalleryStores stores = new GalleryStores();
    private final UnknownWorld world = new UnknownWorld(stores);
    private final UnknownWorld other = new UnknownWorld(stores);
    private final BacklogService backlog = new BacklogService(stores.database.app());

    @AfterEach
    void close() {
        CurrentUser.end();
        stores.close();
    }

    @Test
    void counts_what_waits_where_the_caller_may_decide() {
        world.keep(world.look());
        world.keep(world.look());
        other.keep(other.look());

        assertThat(countAs(Scope.EVERYWHERE)).isEqualTo(3);
        assertThat(countAs(Scope.of(Set.of(world.gallery)))).isEqualTo(2);
        assertThat(countAs(Scope.NOWHERE)).isZero();
    }

    private long countAs(Scope scope) {
        var scopes = Map.of(Permissions.UNKNOWN_REVIEW, scope);
        CurrentUser.begin(new SignedInUser(new UUID(0, 1), "ada", "Ada", scopes, null));
        return backlog.countWaiting();
    }
}
