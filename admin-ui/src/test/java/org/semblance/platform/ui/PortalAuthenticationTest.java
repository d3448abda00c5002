package org.semblance.platform.ui;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.portal.FakeSignIns;

import static org.assertj.core.api.Assertions.assertThat;

class PortalAuthenticationTest {
    private final FakeHttpSession session = FakeHttpSession.Companion.create(new FakeContext());
    private final List<Object> told = new ArrayList<>();

    @Test
    void tells_the_container_who_has_signed_in_and_what_they_may_do() {
        session.setAttribute(PortalSession.USER, FakeSignIns.user("ada", Set.of(Permissions.SEARCH_RUN)));

        assertThat(validate()).isEqualTo(AuthenticationStatus.SUCCESS);

        assertThat(told).containsExactly("ada", Set.of(Permissions.SEARCH_RUN));
    }

    @Test
    void tells_nothing_of_strangers() {
        assertThat(validate()).isEqualTo(AuthenticationStatus.NOT_DONE);

        assertThat(told).isEmpty();
    }

    private AuthenticationStatus validate() {
        return new PortalAuthentication().validateRequest(new FakeRequest(session), new FakeResponse(), context());
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
