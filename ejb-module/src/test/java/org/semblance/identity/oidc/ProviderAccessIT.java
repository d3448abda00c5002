package org.semblance.identity.oidc;

import java.time.Instant;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.TokenInvalidException;
import org.semblance.platform.Permissions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Access tokens of the provider at the API, on the migrated schema. */
class ProviderAccessIT {
    private static SignOnWorld world;

    @BeforeAll
    static void open() {
        world = new SignOnWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void users_come_with_their_first_call() {
        world.clear();
        world.createsApiUsers = true;
    }

    @Test
    void a_caller_has_the_roles_that_the_token_means() {
        SignedInUser grace = world.api().require(CompanyProvider.sign(token()));

        assertThat(grace.username()).isEqualTo("grace");
        assertThat(grace.permissions()).contains(Permissions.SEARCH_RUN);
        assertThat(requireNonNull(grace.session()).provedAt()).isEqualTo(CompanyProvider.NOON.minusSeconds(30));
    }

    @Test
    void a_token_that_tells_no_proof_opens_nothing_that_asks_for_one() {
        JwtClaims claims = token();
        claims.unsetClaim("auth_time");

        assertThat(requireNonNull(world.api()
                                .require(CompanyProvider.sign(claims))
                                .session())
                        .provedAt())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_users_may_do_is_read_for_each_request() {
        ProviderAccess api = world.api();
        api.require(CompanyProvider.sign(token()));

        world.sql().change("DELETE FROM user_role");
        assertThat(api.require(CompanyProvider.sign(token())).permissions()).isEmpty();
        world.sql().change("UPDATE app_user SET status = 'disabled'");

        assertThatThrownBy(() -> api.require(CompanyProvider.sign(token()))).isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void other_roles_count_with_the_token_that_has_them() {
        ProviderAccess api = world.api();
        api.require(CompanyProvider.sign(token()));
        JwtClaims claims = token();
        claims.setClaim("roles", List.of("face-admins"));

        assertThat(api.require(CompanyProvider.sign(claims)).permissions()).contains(Permissions.USER_MANAGE);
    }

    @Test
    void nobody_is_made_by_a_call_unless_that_is_wanted() {
        world.createsApiUsers = false;

        assertThatThrownBy(() -> world.api().require(CompanyProvider.sign(token())))
                .isInstanceOf(AccountUnknownException.class);
    }

    @Test
    void a_token_for_somebody_else_is_refused() {
        assertThatThrownBy(
                        () -> world.api().require(CompanyProvider.sign(world.provider.claims(CompanyProvider.CLIENT))))
                .isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void only_the_issuer_says_whose_keys_count() {
        JwtClaims ours = token();
        ours.setIssuer("semblance");

        assertThat(world.api().concerns(CompanyProvider.sign(token()))).isTrue();
        assertThat(world.api().concerns(CompanyProvider.sign(ours))).isFalse();
        assertThatThrownBy(() -> world.api().require(CompanyProvider.sign(ours)))
                .isInstanceOf(TokenInvalidException.class);
        assertThatThrownBy(() -> world.api().require(CompanyProvider.sign(token(), CompanyProvider.key("one of ours"))))
                .isInstanceOf(TokenInvalidException.class);
    }

    private static JwtClaims token() {
        return world.provider.claims(CompanyProvider.AUDIENCE);
    }
}
