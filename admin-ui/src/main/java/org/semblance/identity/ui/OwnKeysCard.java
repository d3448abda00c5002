package org.semblance.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.platform.Page;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.Views;

/** The API keys that act in the user's name. */
final class OwnKeysCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ApiKeyService keys;
    final UnorderedList list = new UnorderedList();

    OwnKeysCard(ApiKeyService keys) {
        this.keys = keys;
        addClassName("card");
        list.addClassName("plain-list");
        var header = new Div(new H2(getTranslation("own-keys.title")));
        header.addClassName("card-header");
        Views.address("api-keys", "")
                .ifPresent(address -> header.add(new Anchor(address, getTranslation("own-keys.all"))));
        add(header, list);
        show();
    }

    private void show() {
        list.removeAll();
        List<ApiKeySummary> own = keys.listOwn(0, Page.MAX_LIMIT).items();
        own.forEach(key -> list.add(item(key)));
        if (own.isEmpty()) {
            var none = new Paragraph(getTranslation("own-keys.none"));
            none.addClassName("secondary");
            list.add(new ListItem(none));
        }
    }

    private ListItem item(ApiKeySummary key) {
        String state = key.state(Instant.now());
        var detail = new Span(getTranslation(
                "own-keys.detail",
                key.prefix(),
                LocalFormat.format(key.life().expiresAt()),
                key.life().lastUsedAt().map(LocalFormat::format).orElse("–")));
        detail.addClassName("secondary");
        var text = new Div(new Span(key.name()), detail);
        text.addClassName("list-text");
        boolean isActive = state.equals("active");
        var badge =
                new Badge(isActive ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL, getTranslation("own-keys.state." + state));
        var revoke = new Button(getTranslation("own-keys.revoke"), event -> confirm(key));
        revoke.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel(getTranslation("own-keys.revoke.one", key.name()));
        revoke.setVisible(isActive);
        var item = new ListItem(text, badge, revoke);
        item.addClassName("list-line");
        return item;
    }

    private void confirm(ApiKeySummary key) {
        var question = new ConfirmDialog(
                getTranslation("own-keys.revoke.heading", key.name()),
                getTranslation("own-keys.revoke.text"),
                getTranslation("own-keys.revoke"),
                event -> revoke(key));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmButtonTheme("error primary");
        question.open();
    }

    private void revoke(ApiKeySummary key) {
        keys.revoke(key.id());
        show();
        Notice.success(getTranslation("own-keys.revoked", key.name()));
    }
}
