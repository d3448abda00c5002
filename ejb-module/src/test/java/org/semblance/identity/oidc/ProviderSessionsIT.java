package org.semblance.identity.oidc;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SignedInUser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Answers that are not what they seem, proofs and logouts; over HTTP and on the migrated schema. */
class ProviderSessionsIT {
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
    void clear() {
        world.clear();
    }

    @AfterEach
    void nobody_calls() {
        CurrentUser.end();
    }

    @Test
    void an_answer_counts_for_the_sign_in_that_asked_for_it_only() {
        SingleSignOn signOn = world.signOn();
        Departure mine = signOn.begin(false);
        Departure other = signOn.begin(false);
        ProviderAnswer answer = world.provider.signIn(other.address());
        var slipped = new ProviderAnswer(mine.pending().state(), answer.code(), null, null);

        refused(() -> signOn.complete(mine.pending(), answer));
        refused(() -> signOn.complete(null, answer));
        refused(() -> signOn.complete(mine.pending(), slipped));
    }

    @Test
    void a_code_counts_once() {
        SingleSignOn signOn = world.signOn();
        Departure departure = signOn.begin(false);
        ProviderAnswer answer = world.provider.signIn(departure.address());
        signOn.complete(departure.pending(), answer);

        refused(() -> signOn.complete(departure.pending(), answer));
    }

    @Test
    void a_sign_in_that_takes_too_long_is_over() {
        Departure departure = world.signOn().begin(false);
        PendingSignIn begun = departure.pending();
        var old = new PendingSignIn(
                begun.state(), begun.nonce(), begun.verifier(), begun.begunAt().minusSeconds(601), false);

        refused(() -> world.signOn().complete(old, world.provider.signIn(departure.address())));
    }

    @Test
    void an_answer_of_another_provider_is_refused() {
        Departure departure = world.signOn().begin(false);
        ProviderAnswer answer = world.provider.signIn(departure.address());
        var other = new ProviderAnswer(answer.state(), answer.code(), null, "https://elsewhere.example");

        refused(() -> world.signOn().complete(departure.pending(), other));
    }

    @Test
    void an_answer_without_a_name_is_refused_where_the_provider_says_its_own() {
        world.provider.says.put("authorization_response_iss_parameter_supported", true);

        refused(() -> world.signIn());
    }

    @Test
    void a_refusal_of_the_provider_is_told_without_its_words() {
        Departure departure = world.signOn().begin(false);
        var answer = new ProviderAnswer(departure.pending().state(), null, "<script>", null);

        assertThatThrownBy(() -> world.signOn().complete(departure.pending(), answer))
                .isInstanceOf(SingleSignOnFailedException.class)
                .hasMessageNotContaining("script");
    }

    @Test
    void a_forged_id_token_lets_nobody_in() {
        world.provider.idTokens = token -> {
            var forged = new JsonWebSignature();
            forged.setPayload(world.provider.claims(CompanyProvider.CLIENT).toJson());
            forged.setKey(CompanyProvider.key("first").getPrivateKey());
            forged.setKeyIdHeaderValue("first");
            forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return CompanyProvider.compact(forged);
        };

        refused(() -> world.signIn());
    }

    @Test
    void proving_again_asks_the_provider_and_renews_the_proof() {
        SignedInUser grace = world.signIn().user();
        CurrentUser.begin(grace);
        SingleSignOn signOn = world.signOn();
        Departure departure = signOn.begin(true);
        assertThat(departure.address()).contains("prompt=login").contains("max_age=0");

        SignedInUser renewed = signOn.complete(departure.pending(), world.provider.signIn(departure.address()))
                .user();

        assertThat(requireNonNull(renewed.session()))
                .isEqualTo(new SessionProof(requireNonNull(grace.session()).id(), CompanyProvider.NOON));
    }

    @Test
    void nobody_proves_for_somebody_else_or_by_an_old_proof() {
        CurrentUser.begin(world.signIn().user());
        world.change(claims -> claims.setClaim("auth_time", CompanyProvider.NOON.getEpochSecond() - 600));
        refused(() -> prove());

        world.provider.claims = claims -> claims;
        world.provider.subject = "subject-of-another";

        refused(() -> prove());
    }

    @Test
    void the_provider_ends_the_sessions_that_it_began_and_no_later_ones() {
        world.signIn();
        world.sql()
                .change("UPDATE user_session SET created_at = created_at + interval '2 minutes',"
                        + " expires_at = expires_at + interval '2 minutes'");
        UUID earlier = requireNonNull(world.signIn().user().session()).id();

        world.signOn().endSessions(logoutToken("session-2", null));
        assertThat(ended()).isEmpty();
        world.signOn().endSessions(logoutToken("session-1", null));

        assertThat(ended()).containsExactly(earlier);
    }

    @Test
    void the_provider_ends_all_sessions_of_a_user() {
        world.signIn();
        world.change(claims -> claims.setClaim("sid", "session-2"));
        world.signIn();

        world.signOn().endSessions(logoutToken(null, "subject-of-grace"));

        assertThat(ended()).hasSize(2);
    }

    private void prove() {
        Departure departure = world.signOn().begin(true);
        world.signOn().complete(departure.pending(), world.provider.signIn(departure.address()));
    }

    private static String logoutToken(@Nullable String sid, @Nullable String subject) {
        JwtClaims claims = world.provider.claims(CompanyProvider.CLIENT);
        claims.unsetClaim("sub");
        claims.unsetClaim("sid");
        if (sid != null) {
            claims.setClaim("sid", sid);
        }
        if (subject != null) {
            claims.setSubject(subject);
        }
        claims.setClaim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return CompanyProvider.sign(claims);
    }

    private static List<UUID> ended() {
        return world.sql()
                .list("SELECT id FROM user_session WHERE revoked_at IS NOT NULL", row -> (UUID) row.getObject("id"));
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(SingleSignOnFailedException.class);
    }
}
