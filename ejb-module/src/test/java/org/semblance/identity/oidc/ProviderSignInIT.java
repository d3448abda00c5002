package org.semblance.identity.oidc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        Arrival arrival = world.signIn();

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
        SessionProof session = requireNonNull(world.signIn().user().session());

        assertThat(session.provedAt()).isEqualTo(CompanyProvider.NOON.minusSeconds(30));
    }

    @Test
    void a_provider_that_does_not_say_when_has_proved_nothing_lately() {
        world.change(claims -> claims.unsetClaim("auth_time"));

        assertThat(requireNonNull(world.signIn().user().session()).provedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void roles_follow_the_provider_and_those_given_by_hand_stay() {
        world.signIn();
        world.sql()
                .change("INSERT INTO user_role (user_id, role_id) SELECT app_user.id, role.id FROM app_user, role"
                        + " WHERE username = 'grace' AND role.name = 'auditor'");
        world.change(claims -> claims.setClaim("roles", List.of("face-admins")));

        world.signIn();
        assertThat(world.rolesOf("grace")).isEqualTo("(administrator), auditor");
        world.change(claims -> claims.unsetClaim("roles"));
        world.signIn();

        assertThat(world.rolesOf("grace")).isEqualTo("auditor");
        assertThat(world.audited).extracting(AuditEvent::action).contains("user.roles-from-provider");
    }

    @Test
    void whose_roles_mean_nothing_here_is_refused_and_not_made() {
        world.change(claims -> claims.setClaim("roles", List.of("gardeners")));

        assertThatThrownBy(() -> world.signIn()).isInstanceOf(AccountUnknownException.class);

        assertThat(world.sql().number("SELECT count(*) FROM app_user")).isZero();
        assertThat(world.audited).extracting(AuditEvent::outcome).containsExactly(AuditEvent.Outcome.REFUSED);
    }

    @Test
    void who_loses_all_roles_there_loses_them_here_although_refused() {
        world.signIn();
        world.change(claims -> claims.setClaim("roles", List.of()));

        assertThatThrownBy(() -> world.signIn()).isInstanceOf(AccountUnknownException.class);

        assertThat(world.rolesOf("grace")).isEmpty();
    }

    @Test
    void a_default_role_is_for_those_without_another() {
        world.defaultRole = "member";
        world.change(claims -> claims.unsetClaim("roles"));

        world.signIn();

        assertThat(world.rolesOf("grace")).isEqualTo("(member)");
    }

    @Test
    void a_local_user_of_the_same_name_is_never_taken_over() {
        world.sql()
                .change(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, 'Grace', 'G', 'x')",
                        LOCAL);

        assertThatThrownBy(() -> world.signIn())
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
                .change(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, 'hopper', 'G', 'x')",
                        LOCAL);
        world.sql()
                .change(
                        "INSERT INTO federated_identity (user_id, issuer, subject, created_at) VALUES (?, ?, ?, now())",
                        LOCAL,
                        world.provider.issuer(),
                        world.provider.subject);

        assertThat(world.signIn().user().id()).isEqualTo(LOCAL);
        assertThat(world.rolesOf("hopper")).isEqualTo("(enroller), (security-operator)");
    }

    @Test
    void the_subject_says_who_it_is_and_not_the_name() {
        UUID grace = world.signIn().user().id();
        world.provider.subject = "subject-of-another";
        assertThatThrownBy(() -> world.signIn()).isInstanceOf(AccountTakenException.class);

        world.provider.subject = "subject-of-grace";
        world.change(claims -> claims.setClaim("preferred_username", "grace.hopper"));

        assertThat(world.signIn().user().id()).isEqualTo(grace);
    }

    @Test
    void a_disabled_user_is_refused() {
        world.signIn();
        world.sql().change("UPDATE app_user SET status = 'disabled'");

        assertThatThrownBy(() -> world.signIn())
                .isInstanceOf(AccountUnknownException.class)
                .hasMessageContaining("disabled");
    }

    @Test
    void nobody_is_made_where_administrators_make_users() {
        world.createsUsers = false;

        assertThatThrownBy(() -> world.signIn()).isInstanceOf(AccountUnknownException.class);
    }

    @Test
    void a_name_that_could_be_something_else_is_refused() {
        for (String name : List.of("<b>grace</b>", "grace\nroot", "../grace", " ")) {
            world.change(claims -> claims.setClaim("preferred_username", name));

            assertThatThrownBy(() -> world.signIn()).as(name).isInstanceOf(SingleSignOnFailedException.class);
        }
    }
}
