package org.semblance.identity.oidc;

import java.time.Instant;
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
import org.semblance.audit.AuditEvent;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From the sign-in page to the provider and back, over HTTP and on the migrated schema. */
class ProviderSignInIT {
    private static final UUID LOCAL = new UUID(0, 1);

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
    void a_newcomer_becomes_a_user_with_the_roles_that_their_claims_mean() {
        Arrival arrival = signIn();

        SignedInUser grace = arrival.user();
        assertThat(grace.username()).isEqualTo("grace");
        assertThat(grace.displayName()).isEqualTo("Grace Hopper");
        assertThat(grace.permissions()).contains(Permissions.SEARCH_RUN).doesNotContain(Permissions.USER_MANAGE);
        assertThat(grace.scope(Permissions.PERSON_ENROLL).everywhere()).isFalse();
        assertThat(world.rolesOf("grace")).isEqualTo("(enroller), (security-operator)");
        assertThat(world.audited).extracting(AuditEvent::action).containsExactly("user.created", "user.signed-in");
        assertThat(arrival.exit().orElseThrow())
                .startsWith(world.provider.issuer() + "/logout?id_token_hint=")
                .endsWith("post_logout_redirect_uri=https%3A%2F%2Ffaces.example%2Fportal%2Flogin");
    }

    @Test
    void the_session_knows_when_the_provider_saw_a_proof() {
        SessionProof session = requireNonNull(signIn().user().session());

        assertThat(session.provedAt()).isEqualTo(CompanyProvider.NOON.minusSeconds(30));
    }

    @Test
    void a_provider_that_does_not_say_when_has_proved_nothing_lately() {
        change(claims -> claims.unsetClaim("auth_time"));

        assertThat(requireNonNull(signIn().user().session()).provedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void roles_follow_the_provider_and_those_given_by_hand_stay() {
        signIn();
        world.sql()
                .run("INSERT INTO user_role (user_id, role_id) SELECT app_user.id, role.id FROM app_user, role"
                        + " WHERE username = 'grace' AND role.name = 'auditor'");
        change(claims -> claims.setClaim("roles", List.of("face-admins")));

        signIn();
        assertThat(world.rolesOf("grace")).isEqualTo("(administrator), auditor");
        change(claims -> claims.unsetClaim("roles"));
        signIn();

        assertThat(world.rolesOf("grace")).isEqualTo("auditor");
        assertThat(world.audited).extracting(AuditEvent::action).contains("user.roles-from-provider");
    }

    @Test
    void whose_roles_mean_nothing_here_is_refused_and_not_made() {
        change(claims -> claims.setClaim("roles", List.of("gardeners")));

        assertThatThrownBy(this::signIn).isInstanceOf(AccountUnknownException.class);

        assertThat(world.sql().number("SELECT count(*) FROM app_user")).isZero();
        assertThat(world.audited).extracting(AuditEvent::outcome).containsExactly(AuditEvent.Outcome.REFUSED);
    }

    @Test
    void who_loses_all_roles_there_loses_them_here_although_refused() {
        signIn();
        change(claims -> claims.setClaim("roles", List.of()));

        assertThatThrownBy(this::signIn).isInstanceOf(AccountUnknownException.class);

        assertThat(world.rolesOf("grace")).isEmpty();
    }

    @Test
    void a_default_role_is_for_those_without_another() {
        world.defaultRole = "member";
        change(claims -> claims.unsetClaim("roles"));

        signIn();

        assertThat(world.rolesOf("grace")).isEqualTo("(member)");
    }

    @Test
    void a_local_user_of_the_same_name_is_never_taken_over() {
        world.sql()
                .run(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, 'Grace', 'G', 'x')",
                        LOCAL);

        assertThatThrownBy(this::signIn)
                .isInstanceOf(AccountTakenException.class)
                .hasMessageContaining("an administrator can link");

        assertThat(world.rolesOf("Grace")).isEmpty();
        assertThat(world.audited.get(0).details())
                .as("what an administrator needs to link them")
                .containsEntry("issuer", world.provider.issuer())
                .containsEntry("subject", world.provider.subject);
    }

    @Test
    void a_linked_user_comes_in_whatever_the_provider_calls_them() {
        world.sql()
                .run(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, 'hopper', 'G', 'x')",
                        LOCAL);
        world.sql()
                .run(
                        "INSERT INTO federated_identity (user_id, issuer, subject, created_at) VALUES (?, ?, ?, now())",
                        LOCAL,
                        world.provider.issuer(),
                        world.provider.subject);

        assertThat(signIn().user().id()).isEqualTo(LOCAL);
        assertThat(world.rolesOf("hopper")).isEqualTo("(enroller), (security-operator)");
    }

    @Test
    void the_subject_says_who_it_is_and_not_the_name() {
        UUID grace = signIn().user().id();
        world.provider.subject = "subject-of-another";
        assertThatThrownBy(this::signIn).isInstanceOf(AccountTakenException.class);

        world.provider.subject = "subject-of-grace";
        change(claims -> claims.setClaim("preferred_username", "grace.hopper"));

        assertThat(signIn().user().id()).isEqualTo(grace);
    }

    @Test
    void a_disabled_user_is_refused() {
        signIn();
        world.sql().run("UPDATE app_user SET status = 'disabled'");

        assertThatThrownBy(this::signIn)
                .isInstanceOf(AccountUnknownException.class)
                .hasMessageContaining("disabled");
    }

    @Test
    void nobody_is_made_where_administrators_make_users() {
        world.createsUsers = false;

        assertThatThrownBy(this::signIn).isInstanceOf(AccountUnknownException.class);
    }

    @Test
    void a_name_that_could_be_something_else_is_refused() {
        for (String name : List.of("<b>grace</b>", "grace\nroot", "../grace", " ")) {
            change(claims -> claims.setClaim("preferred_username", name));

            assertThatThrownBy(this::signIn).as(name).isInstanceOf(SingleSignOnFailedException.class);
        }
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

        refused(this::signIn);
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

        refused(this::signIn);
    }

    @Test
    void proving_again_asks_the_provider_and_renews_the_proof() {
        SignedInUser grace = signIn().user();
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
        CurrentUser.begin(signIn().user());
        change(claims -> claims.setClaim("auth_time", CompanyProvider.NOON.getEpochSecond() - 600));
        refused(() -> prove());

        world.provider.claims = claims -> claims;
        world.provider.subject = "subject-of-another";

        refused(() -> prove());
    }

    @Test
    void the_provider_ends_the_sessions_that_it_began_and_no_later_ones() {
        signIn();
        world.sql()
                .run("UPDATE user_session SET created_at = created_at + interval '2 minutes',"
                        + " expires_at = expires_at + interval '2 minutes'");
        UUID earlier = requireNonNull(signIn().user().session()).id();

        world.signOn().endSessions(logoutToken("session-2", null));
        assertThat(ended()).isEmpty();
        world.signOn().endSessions(logoutToken("session-1", null));

        assertThat(ended()).containsExactly(earlier);
    }

    @Test
    void the_provider_ends_all_sessions_of_a_user() {
        signIn();
        change(claims -> claims.setClaim("sid", "session-2"));
        signIn();

        world.signOn().endSessions(logoutToken(null, "subject-of-grace"));

        assertThat(ended()).hasSize(2);
    }

    private Arrival signIn() {
        SingleSignOn signOn = world.signOn();
        Departure departure = signOn.begin(false);
        return signOn.complete(departure.pending(), world.provider.signIn(departure.address()));
    }

    private void prove() {
        Departure departure = world.signOn().begin(true);
        world.signOn().complete(departure.pending(), world.provider.signIn(departure.address()));
    }

    private static void change(java.util.function.Consumer<JwtClaims> change) {
        world.provider.claims = claims -> {
            change.accept(claims);
            return claims;
        };
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
                .list(row -> (UUID) row.getObject("id"), "SELECT id FROM user_session WHERE revoked_at IS NOT NULL");
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(SingleSignOnFailedException.class);
    }
}
