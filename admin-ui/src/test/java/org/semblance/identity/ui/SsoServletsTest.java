package org.semblance.identity.ui;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.oidc.PendingSignIn;
import org.semblance.identity.oidc.SingleSignOnFailedException;
import org.semblance.portal.FakeSignOn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** The way to the provider and back, with what browsers may bring. */
class SsoServletsTest {
    private static final String USER = "org.semblance.portal.user";
    private static final String REFUSAL = "org.semblance.portal.refusal";

    private final FakeSignOn signOn = new FakeSignOn();
    private final FakeHttpSession session = FakeHttpSession.Companion.create(new FakeContext());
    private final Map<String, String> parameters = new HashMap<>();
    private @Nullable String redirected;
    private boolean changedId;

    @Test
    void sends_the_browser_away_and_keeps_what_has_to_come_back() throws IOException {
        start();

        assertThat(redirected).isEqualTo("https://sso.example/auth");
        assertThat(session.getAttribute(PendingSignIn.class.getName())).isNotNull();
    }

    @Test
    void begins_a_session_under_a_new_id_and_goes_to_the_wanted_view() throws IOException {
        start();
        session.setAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT, "persons?gallery=staff");

        comeBack("state", "good");

        assertThat(((SignedInUser) requireNonNull(session.getAttribute(USER))).username())
                .isEqualTo("grace");
        assertThat(changedId).isTrue();
        assertThat(redirected).isEqualTo("/portal/persons?gallery=staff");
    }

    @Test
    void goes_nowhere_that_a_request_names() throws IOException {
        start();
        for (String name : new String[] {"redirect", "returnTo", "redirect_uri", "target_link_uri"}) {
            parameters.put(name, "https://evil.example");
        }

        comeBack("state", "good");

        assertThat(redirected).isEqualTo("/portal/");
    }

    @Test
    void a_wanted_view_stays_within_the_portal() throws IOException {
        start();
        session.setAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT, "//evil.example");

        comeBack("state", "good");

        assertThat(redirected).startsWith("/portal/");
    }

    @Test
    void takes_one_answer_and_no_second() throws IOException {
        start();
        comeBack("other", "good");
        assertThat(session.getAttribute(USER)).isNull();

        comeBack("state", "good");

        assertThat(session.getAttribute(USER)).isNull();
        assertThat(redirected).isEqualTo("/portal/login");
        assertThat(session.getAttribute(REFUSAL)).isInstanceOf(SingleSignOnFailedException.class);
    }

    @Test
    void takes_no_answer_that_nobody_asked_for() throws IOException {
        comeBack("state", "good");

        assertThat(session.getAttribute(USER)).isNull();
        assertThat(redirected).isEqualTo("/portal/login");
    }

    private void start() throws IOException {
        new SsoStartServlet(signOn).doGet(request(), response());
    }

    private void comeBack(String state, String code) throws IOException {
        parameters.put("state", state);
        parameters.put("code", code);
        new SsoCallbackServlet(signOn).doGet(request(), response());
    }

    private FakeRequest request() {
        return new FakeRequest(session) {
            @Override
            public @Nullable String getParameter(String name) {
                return parameters.get(name);
            }

            @Override
            public String getContextPath() {
                return "/portal";
            }

            @Override
            public String changeSessionId() {
                changedId = true;
                return session.getId();
            }
        };
    }

    private HttpServletResponse response() {
        Class<?>[] types = {HttpServletResponse.class};
        return (HttpServletResponse)
                Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
                    if (method.getName().equals("sendRedirect")) {
                        redirected = (String) arguments[0];
                    }
                    return null;
                });
    }
}
