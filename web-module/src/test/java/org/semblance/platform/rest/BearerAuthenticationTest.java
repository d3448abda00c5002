package org.semblance.platform.rest;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.identity.AccessTokens;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.TokenBearer;
import org.semblance.identity.TokenInvalidException;
import org.semblance.identity.UserAccess;
import org.semblance.identity.keys.ApiKeys;
import org.semblance.identity.keys.KeyCaller;
import org.semblance.identity.limits.Allowance;
import org.semblance.identity.oidc.ProviderAccess;
import org.semblance.platform.web.TrustedProxies;
import org.semblance.platform.web.WebSettings;

import static org.assertj.core.api.Assertions.assertThat;

class BearerAuthenticationTest {
    private static final SignedInUser ADA = new SignedInUser(new UUID(0, 1), "ada", "Ada", Set.of("search:run"));

    private static final KeyCaller GATE = new KeyCaller(
            new SignedInUser(new UUID(0, 1), "key:Ab12Cd34", "Gate", Set.of("search:run")),
            new Allowance("key:Ab12Cd34", 60, 0));
    private static final TrustedProxies NO_PROXIES =
            new TrustedProxies(new WebSettings(Optional.empty(), Optional.empty(), false, Duration.ofDays(365)));
    private static final UUID SESSION = new UUID(0, 2);

    private final FakeExchange exchange = new FakeExchange();
    private final FakeContext context = new FakeContext();
    private final BearerAuthentication authentication = new BearerAuthentication(
            new FakeTokens(), new FakeAccess(), new FakeKeys(), new FakeProvider(), NO_PROXIES);

    @Test
    void believes_the_bearer_of_a_valid_token() {
        AuthenticationStatus status = authenticate("Bearer good");

        assertThat(status).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(context.caller).isEqualTo("ada");
        assertThat(context.groups).containsExactly("search:run");
        assertThat(Caller.user(exchange.request())).contains(ADA);
    }

    @Test
    void reads_the_name_of_the_scheme_in_any_case() {
        assertThat(authenticate("bearer good")).isEqualTo(AuthenticationStatus.SUCCESS);
    }

    @Test
    void lets_a_request_without_a_token_through_as_nobody() {
        assertThat(authenticate(null)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(Caller.user(exchange.request())).isEmpty();
        assertThat(Caller.refusal(exchange.request())).isEmpty();
    }

    @Test
    void leaves_other_schemes_alone() {
        assertThat(authenticate("Basic YTpi")).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(Caller.refusal(exchange.request())).isEmpty();
    }

    @Test
    void makes_nobody_of_the_bearer_of_a_bad_token_and_remembers_why() {
        AuthenticationStatus status = authenticate("Bearer forged");

        assertThat(status).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(context.caller).isNull();
        assertThat(Caller.user(exchange.request())).isEmpty();
        assertThat(Caller.refusal(exchange.request())).isPresent();
    }

    @Test
    void makes_nobody_of_the_bearer_of_a_token_whose_session_has_ended() {
        assertThat(authenticate("Bearer of an ended session")).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(Caller.refusal(exchange.request()))
                .hasValueSatisfying(refusal -> assertThat(refusal).isInstanceOf(TokenInvalidException.class));
    }

    @Test
    void has_the_provider_check_its_own_tokens_and_nobody_else() {
        assertThat(authenticate("Bearer provider:good")).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(context.caller).isEqualTo("ada");

        assertThat(authenticate("Bearer provider:forged")).isEqualTo(AuthenticationStatus.NOT_DONE);
    }

    @Test
    void believes_who_sends_a_key_in_its_header_or_in_the_place_of_a_token() {
        exchange.requestHeaders.put("X-API-Key", "smb_good");
        AuthenticationStatus inHeader = authenticate(null);
        exchange.requestHeaders.clear();
        AuthenticationStatus asToken = authenticate("Bearer smb_good");

        assertThat(inHeader).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(asToken).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(context.caller).isEqualTo("key:Ab12Cd34");
        assertThat(Caller.allowance(exchange.request())).contains(GATE.allowance());
    }

    @Test
    void makes_nobody_of_who_sends_a_bad_key() {
        exchange.requestHeaders.put("X-API-Key", "smb_bad");

        assertThat(authenticate(null)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(Caller.refusal(exchange.request())).isPresent();
    }

    @Test
    void makes_nobody_of_who_says_twice_who_they_are() {
        exchange.requestHeaders.put("X-API-Key", "smb_good");

        assertThat(authenticate("Bearer good")).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(Caller.refusal(exchange.request()))
                .hasValueSatisfying(refusal -> assertThat(refusal).isInstanceOf(SeveralCredentialsException.class));
    }

    private AuthenticationStatus authenticate(@Nullable String header) {
        if (header != null) {
            exchange.requestHeaders.put("Authorization", header);
        }
        return authentication.validateRequest(exchange.request(), exchange.response(), context);
    }

    private static final class FakeProvider extends ProviderAccess {
        @Override
        public boolean concerns(String token) {
            return token.startsWith("provider:");
        }

        @Override
        public SignedInUser require(String token) {
            if (token.equals("provider:good")) {
                return ADA;
            }
            throw new TokenInvalidException();
        }
    }

    private static final class FakeKeys extends ApiKeys {
        @Override
        public KeyCaller require(String text, String address) {
            if (text.equals("smb_good") && address.equals("192.0.2.7")) {
                return GATE;
            }
            throw new TokenInvalidException();
        }
    }

    private static final class FakeAccess extends UserAccess {
        @Override
        public SignedInUser require(UUID user, UUID session) {
            if (user.equals(ADA.id()) && session.equals(SESSION)) {
                return ADA;
            }
            throw new TokenInvalidException();
        }
    }

    private static final class FakeTokens extends AccessTokens {
        @Override
        public TokenBearer verify(String token) {
            if (token.equals("good")) {
                return new TokenBearer(ADA.id(), SESSION);
            }
            if (token.equals("of an ended session")) {
                return new TokenBearer(ADA.id(), new UUID(0, 3));
            }
            throw new TokenInvalidException(new IllegalArgumentException(token));
        }
    }

    private static final class FakeContext extends HttpMessageContextWrapper {
        private @Nullable String caller;
        private Set<String> groups = Set.of();

        FakeContext() {
            super((HttpMessageContext) Proxy.newProxyInstance(
                    FakeContext.class.getClassLoader(),
                    new Class<?>[] {HttpMessageContext.class},
                    (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException(method.getName());
                    }));
        }

        @Override
        public AuthenticationStatus doNothing() {
            return AuthenticationStatus.NOT_DONE;
        }

        @Override
        public AuthenticationStatus notifyContainerAboutLogin(String callerName, Set<String> callerGroups) {
            caller = callerName;
            groups = callerGroups;
            return AuthenticationStatus.SUCCESS;
        }
    }
}
