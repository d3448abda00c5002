package org.semblance.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.home.ui.HomeView;
import org.semblance.identity.oidc.AccountUnknownException;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class LoginViewTest extends PortalTest {

    @BeforeEach
    void haveUsers() {
        services.signIns.have("ada", "a good password", false);
        services.signIns.have("newcomer", "only-this-once", true);
    }

    @Test
    void asks_strangers_who_they_are_wherever_they_want_to_go() {
        UI.getCurrent().navigate("galleries");

        assertThat(_find(LoginView.class)).hasSize(1);
    }

    @Test
    void signs_in_under_a_new_session_id() {
        UI.getCurrent().navigate("galleries");

        signIn("ada", "a good password");

        assertThat(signedIn())
                .hasValueSatisfying(user -> assertThat(user.username()).isEqualTo("ada"));
    }

    @Test
    void refuses_a_wrong_password_without_saying_what_is_wrong() {
        UI.getCurrent().navigate("login");

        signIn("ada", "a wrong password");

        assertThat(signedIn()).isEmpty();
        assertThat(form().refusal.isVisible()).isTrue();
        assertThat(form().refusal.getText()).startsWith("The name or the password is wrong");
        assertThat(form().password.getValue()).isEmpty();
    }

    @Test
    void does_not_ask_the_server_without_a_name() {
        UI.getCurrent().navigate("login");

        signIn("", "a good password");

        assertThat(form().username.isInvalid()).isTrue();
        assertThat(form().refusal.isVisible()).isFalse();
    }

    @Test
    void has_a_one_time_password_replaced_before_anything_else() {
        UI.getCurrent().navigate("login");
        signIn("newcomer", "only-this-once");

        assertThat(signedIn()).isEmpty();
        choose("a long new password", "a long new password");

        assertThat(signedIn())
                .hasValueSatisfying(user -> assertThat(user.username()).isEqualTo("newcomer"));
    }

    @Test
    void refuses_a_weak_new_password_and_asks_again() {
        UI.getCurrent().navigate("login");
        signIn("newcomer", "only-this-once");

        choose("short", "short");

        assertThat(signedIn()).isEmpty();
        assertThat(_get(NewPasswordForm.class).refusal.getText()).contains("would be guessed");
    }

    @Test
    void refuses_two_different_new_passwords() {
        UI.getCurrent().navigate("login");
        signIn("newcomer", "only-this-once");

        choose("a long new password", "another new password");

        assertThat(signedIn()).isEmpty();
        assertThat(_get(NewPasswordForm.class).repeated.isInvalid()).isTrue();
    }

    @Test
    void asks_for_the_code_of_who_has_an_authenticator_app() {
        services.signIns.haveCode("ada", "287082");
        UI.getCurrent().navigate("login");
        signIn("ada", "a good password");

        give("000000");
        assertThat(signedIn()).isEmpty();
        assertThat(_get(CodeForm.class).refusal.isVisible()).isTrue();
        give("287082");

        assertThat(signedIn())
                .hasValueSatisfying(user -> assertThat(user.username()).isEqualTo("ada"));
    }

    @Test
    void offers_the_identity_provider_where_there_is_one() {
        assertThat(_find(SingleSignOnPanel.class)).isEmpty();
        services.signOn.offer();

        reopen();

        assertThat(_get(SingleSignOnPanel.class).start.getText()).isEqualTo("Company account");
        assertThat(_get(SingleSignOnPanel.class).refusal.isVisible()).isFalse();
    }

    @Test
    void asks_for_no_password_where_none_lets_anybody_in() {
        services.signOn.offer();
        services.signIns.takeNoPasswords();

        reopen();

        assertThat(_find(SignInForm.class)).isEmpty();
        assertThat(_find(SingleSignOnPanel.class)).hasSize(1);
    }

    @Test
    void says_once_why_the_identity_provider_let_nobody_in() {
        PortalSession.refuse(
                VaadinServletRequest.getCurrent(), new AccountUnknownException("none of your roles means one here"));

        var panel = new SingleSignOnPanel(services.signOn);

        assertThat(panel.refusal.getText()).startsWith("The identity provider knows you");
        assertThat(PortalSession.takeRefusal()).isEmpty();
    }

    @Test
    void says_that_one_goes_on_where_one_wanted_to_be() {
        UI.getCurrent().navigate("galleries");

        assertThat(_get(LoginView.class).goOn.isVisible()).isTrue();
    }

    @Test
    void promises_nothing_to_whoever_came_to_sign_in() {
        UI.getCurrent().navigate("login");

        assertThat(_get(LoginView.class).goOn.isVisible()).isFalse();
    }

    @Test
    void sends_whoever_has_signed_in_on_to_the_start_page() {
        signInWith(Permissions.GALLERY_READ);

        UI.getCurrent().navigate("login");

        assertThat(_find(HomeView.class)).hasSize(1);
    }

    private void reopen() {
        closePortal();
        openPortal();
    }

    private static SignInForm form() {
        return _get(SignInForm.class);
    }

    private static void signIn(String username, String password) {
        form().username.setValue(username);
        form().password.setValue(password);
        _click(form().submit);
    }

    private static void give(String code) {
        var form = _get(CodeForm.class);
        form.code.setValue(code);
        _click(form.submit);
    }

    private static void choose(String password, String again) {
        var form = _get(NewPasswordForm.class);
        form.chosen.setValue(password);
        form.repeated.setValue(again);
        _click(form.submit);
    }
}
