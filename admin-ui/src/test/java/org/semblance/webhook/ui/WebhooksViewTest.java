package org.semblance.webhook.ui;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.QueryParameters;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.FailureView;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.SecretDialog;
import org.semblance.portal.PortalTest;
import org.semblance.webhook.Webhook;
import org.semblance.webhook.delivery.DeliveryState;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class WebhooksViewTest extends PortalTest {
    private static final String[] ALL = {Permissions.WEBHOOK_READ, Permissions.WEBHOOK_MANAGE};

    @Test
    void makes_a_webhook_after_the_password_and_shows_its_secret_once() {
        services.signIns.have("ada", "a good password", false);
        services.admin.webhooks.needsStepUp = true;
        open("webhooks", ALL);

        _click(_get(_get(WebhooksView.class).toolbar, Button.class));
        var dialog = _get(WebhookDialog.class);
        _click(dialog.save);
        assertThat(dialog.types.isInvalid()).isTrue();
        dialog.name.setValue("Doors");
        dialog.url.setValue("https://doors.example.com");
        dialog.types.setValue(Set.of("person.purged"));
        _click(dialog.save);
        var again = _get(PasswordAgain.class);
        again.password.setValue("a good password");
        _click(again.submit);

        assertThat(_get(SecretDialog.class).secret.getValue()).isEqualTo("whsec_secret");
        assertThat(_get(WebhookView.class).title()).isEqualTo("Doors");
    }

    @Test
    void marks_what_was_given_up() {
        services.admin.webhooks.have("gone", Webhook.Disabled.GONE);
        open("webhooks", Permissions.WEBHOOK_READ);

        assertThat(_size(_get(WebhooksView.class).grid)).isEqualTo(1);
        assertThat(WebhookTexts.badge(services.admin.webhooks.list().get(0)).getClassNames())
                .contains("badge-bad");
    }

    @Test
    void tests_the_way_and_shows_what_was_answered() {
        Webhook doors = services.admin.webhooks.have("doors", null);
        open("webhooks/" + doors.id(), ALL);

        _click(_get(Button.class, spec -> spec.withText("Send a test")));

        assertThat(_size(_get(DeliveryGrid.class))).isEqualTo(1);
        assertThat(_get(DeliveryGrid.class).getColumns()).isNotEmpty();
    }

    @Test
    void sends_a_failed_delivery_again() {
        Webhook doors = services.admin.webhooks.have("doors", null);
        services.admin.webhooks.send(DeliveryState.DELIVERED);
        services.admin.webhooks.send(DeliveryState.FAILED);
        signInWith(ALL);
        UI.getCurrent().navigate("webhooks/" + doors.id(), QueryParameters.of("state", "failed"));
        assertThat(_size(_get(DeliveryGrid.class))).isEqualTo(1);
        _get(DeliveryGrid.class).getColumns().get(0).setKey("event");

        _click(_get(_getCellComponent(_get(DeliveryGrid.class), 0, "event"), Button.class));
        assertThat(_get(DeliveryDialog.class).attempts.getElement().getTextRecursively())
                .contains("503", "busy");
        _click(_get(DeliveryDialog.class).replay);

        assertThat(services.admin.webhooks.sent).extracting("state").contains(DeliveryState.PENDING);
        assertThat(_find(DeliveryDialog.class)).isEmpty();
    }

    @Test
    void switches_off_and_deletes_once_that_is_confirmed() {
        Webhook doors = services.admin.webhooks.have("doors", null);
        open("webhooks/" + doors.id(), ALL);

        _click(_get(Button.class, spec -> spec.withText("Disable")));
        assertThat(services.admin.webhooks.require(doors.id()).isActive()).isFalse();
        assertThat(_get(Button.class, spec -> spec.withText("Send a test")).isEnabled())
                .isFalse();
        _click(_get(Button.class, spec -> spec.withText("Delete")));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.admin.webhooks.list()).isEmpty();
        assertThat(_find(WebhooksView.class)).hasSize(1);
    }

    @Test
    void shows_readers_nothing_to_change() {
        Webhook doors = services.admin.webhooks.have("doors", null);
        open("webhooks/" + doors.id(), Permissions.WEBHOOK_READ);

        assertThat(_find(Button.class, spec -> spec.withText("Edit"))).isEmpty();
        assertThat(_find(Badge.class)).isNotEmpty();
    }

    @Test
    void says_what_webhooks_are_for_while_there_is_none() {
        open("webhooks", Permissions.WEBHOOK_READ);

        assertThat(_get(WebhooksView.class).grid.getEmptyStateComponent()).isInstanceOf(EmptyState.class);
    }

    @Test
    void refuses_strangers_and_says_what_is_not_there() {
        open("webhooks", Permissions.USER_READ);
        assertThat(_find(AccessDeniedView.class)).hasSize(1);

        open("webhooks/00000000-0000-0000-0000-000000000009", Permissions.WEBHOOK_READ);
        assertThat(_find(FailureView.class)).hasSize(1);
    }

    private void open(String address, String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(address);
    }
}
