package org.semblance.platform.ui;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.identity.Scope;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.UserAccess;
import org.semblance.platform.Permissions;

import static org.assertj.core.api.Assertions.assertThat;

class PortalAuthenticationTest {
    private final FakeHttpSession session = FakeHttpSession.Companion.create(new FakeContext());
    private final List<Object> told = new ArrayList<>();
    private @Nullable SignedInUser current;

    @Test
    void tells_the_container_who_has_signed_in_and_what_they_may_do() {
        signIn(Permissions.SEARCH_RUN);

        assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);

        assertThat(told).containsExactly("ada", Set.of(Permissions.SEARCH_RUN));
    }

    @Test
    void tells_what_the_user_may_do_now_and_not_when_they_signed_in() {
        signIn(Permissions.SEARCH_RUN);
        current = user(Permissions.JOB_READ);

        validate();

        assertThat(told).containsExactly("ada", Set.of(Permissions.JOB_READ));
        assertThat(session.getAttribute(PortalSession.USER)).isEqualTo(current);
    }

    @Test
    void ends_the_session_of_whoever_may_not_go_on() {
        signIn(Permissions.SEARCH_RUN);
        current = null;

        assertThat(validate()).isEqualTo(AuthenticationStatus.NOT_DONE);

        assertThat(told).isEmpty();
        assertThat(session.isValid()).isFalse();
    }

    @Test
    void tells_nothing_of_strangers() {
        assertThat(validate()).isEqualTo(AuthenticationStatus.NOT_DONE);

        assertThat(told).isEmpty();
    }

    private void signIn(String permission) {
        current = user(permission);
        session.setAttribute(PortalSession.USER, current);
    }

    private static SignedInUser user(String permission) {
        return new SignedInUser(
                new UUID(0, 1),
                "ada",
                "Ada",
                Map.of(permission, Scope.EVERYWHERE),
                new SessionProof(new UUID(0, 2), Instant.EPOCH));
    }

    private final class FakeAccess extends UserAccess {
        @Override
        public Optional<SignedInUser> find(UUID user, UUID id) {
            return Optional.ofNullable(current);
        }
    }

    private AuthenticationStatus validate() {
        return new PortalAuthentication(new FakeAccess())
                .validateRequest(new FakeRequest(session), new FakeResponse(), context());
    }

    private HttpMessageContext context() {
        Class<?>[] types = {HttpMessageContext.class};
        return (HttpMessageContext)
                Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
                    if (method.getName().equals("notifyContainerAboutLogin")) {
                        told.addAll(List.of(arguments));
                        return AuthenticationStatus.SUCCESS;
                    }
                    return AuthenticationStatus.NOT_DONE;
                });
    }
}
