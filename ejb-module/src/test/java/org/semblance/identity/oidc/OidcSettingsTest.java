package org.semblance.identity.oidc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.identity.directory.RoleGrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OidcSettingsTest {
    private static final String ISSUER = "https://sso.example/realms/company";

    @Test
    void without_an_issuer_there_is_no_provider() {
        OidcSettings settings = settings(null, null, "https://faces.example", "openid");

        assertThat(settings.client()).isEmpty();
    }

    @Test
    void knows_where_browsers_come_back_to(@TempDir Path directory) throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "from the file\n");
        var settings = new OidcSettings(
                Optional.of(ISSUER),
                Optional.of("semblance"),
                Optional.of("from the environment"),
                Optional.of(secret.toString()),
                Optional.of("https://faces.example/"),
                "openid",
                Optional.empty(),
                Optional.empty());

        OidcSettings.Client client = settings.client().orElseThrow();
        assertThat(client.redirectAddress()).isEqualTo("https://faces.example/portal/sso/callback");
        assertThat(client.secret()).contains("from the file");
        assertThat(client).hasToString("semblance at " + ISSUER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sso.example", "ftp://sso.example", "sso.example", "https://a:b@sso.example", ""})
    void secrets_go_over_tls_or_stay_on_this_machine(String issuer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(issuer, "semblance", "https://faces.example", "openid"))
                .withMessageContaining("semblance.oidc.issuer");
    }

    @Test
    void says_what_is_missing_or_wrong() {
        refuses(() -> settings(ISSUER, null, "https://faces.example", "openid"), "semblance.oidc.client-id");
        refuses(() -> settings(ISSUER, "semblance", null, "openid"), "semblance.external-address");
        refuses(() -> settings(ISSUER, "semblance", "https://faces.example/a", "openid"), "semblance.external-address");
        refuses(() -> settings(ISSUER, "semblance", "https://faces.example", "profile"), "semblance.oidc.scopes");
        refuses(
                () -> settings(ISSUER, "semblance-api", "https://faces.example", "openid"),
                "semblance.oidc.api-audience");
    }

    @Test
    void maps_roles_groups_and_names_of_directories() {
        ClaimSettings claims = claims(
                List.of("cn=admins,ou=groups=administrator", "/staff=enroller@canteen", "/staff=member"), "member");

        assertThat(claims.of("cn=admins,ou=groups")).containsExactly(new RoleGrant("administrator", null));
        assertThat(claims.of("/staff"))
                .containsExactly(new RoleGrant("enroller", "canteen"), new RoleGrant("member", null));
        assertThat(claims.of("gardeners")).isEmpty();
        assertThat(claims.defaultRole()).contains(new RoleGrant("member", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "=administrator", "admins=", "admins=@canteen", "admins=enroller@"})
    void refuses_a_mapping_that_means_nothing(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> claims(List.of(line), null));
    }

    @Test
    void finds_claims_inside_of_others_and_under_names_with_dots() {
        var claims = new Claims(Map.of(
                "sub", "1",
                "realm_access", Map.of("name", "grace", "roles", List.of("a", 7)),
                "https://faces.example/mail", "no address"));
        var settings = new ClaimSettings(
                "realm_access.name",
                "display.name",
                "https://faces.example/mail",
                "realm_access.roles",
                Optional.of(List.of("a=auditor")),
                Optional.empty(),
                true,
                false);

        assertThat(claims.user("issuer", settings))
                .isEqualTo(new ProviderUser(
                        "issuer", "1", "grace", "grace", null, Set.of(new RoleGrant("auditor", null))));
    }

    private static ClaimSettings claims(List<String> roles, @Nullable String defaultRole) {
        return new ClaimSettings(
                "sub", "name", "email", "roles", Optional.of(roles), Optional.ofNullable(defaultRole), true, false);
    }

    private static OidcSettings settings(
            @Nullable String issuer, @Nullable String client, @Nullable String address, String scopes) {
        return new OidcSettings(
                Optional.ofNullable(issuer),
                Optional.ofNullable(client),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(address),
                scopes,
                Optional.empty(),
                Optional.of("semblance-api"));
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable settings, String key) {
        assertThatIllegalArgumentException().isThrownBy(settings).withMessageContaining(key);
    }
}
