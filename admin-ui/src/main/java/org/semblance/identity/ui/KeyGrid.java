package org.semblance.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.List;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.ListGrid;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TimeColumn;

/** API keys as rows; a click unfolds what one may do. */
final class KeyGrid extends ListGrid<ApiKeySummary> {
    private static final long serialVersionUID = 1L;

    private final transient ApiKeyService keys;
    private final SerializableConsumer<ApiKeySummary> onEdit;
    private final SerializableConsumer<ApiKeySummary> onRevoke;
    private final Column<ApiKeySummary> owner;

    KeyGrid(
            ApiKeyService keys,
            SerializableConsumer<ApiKeySummary> onEdit,
            SerializableConsumer<ApiKeySummary> onRevoke) {
        this.keys = keys;
        this.onEdit = onEdit;
        this.onRevoke = onRevoke;
        addComponentColumn(this::name).setHeader(getTranslation("key.name")).setFlexGrow(3);
        owner = addColumn(key -> key.owner().username())
                .setHeader(getTranslation("key.owner"))
                .setFlexGrow(2);
        var permissions = addColumn(key -> key.permissions().size())
                .setHeader(getTranslation("key.permissions"))
                .setFlexGrow(1);
        var expires = TimeColumn.toTheMinute(
                        addColumn(key -> LocalFormat.format(key.life().expiresAt())))
                .setHeader(getTranslation("key.expires"));
        var used = TimeColumn.toTheMinute(addColumn(key ->
                        key.life().lastUsedAt().map(LocalFormat::format).orElseGet(() -> getTranslation("key.unused"))))
                .setHeader(getTranslation("key.used"));
        var state = addComponentColumn(this::state)
                .setHeader(getTranslation("users.state"))
                .setWidth("7rem")
                .setFlexGrow(0);
        addComponentColumn(this::actions).setWidth("11rem").setFlexGrow(0);
        setItemDetailsRenderer(new ComponentRenderer<>(this::details));
        NarrowPage.hide(this, List.of(permissions, expires, used, state));
    }

    void show(boolean everybodys, Component empty) {
        owner.setVisible(everybodys);
        setEmptyStateComponent(empty);
        var pages = new KeysetPages<ApiKeySummary>(
                (after, limit) -> everybodys ? keys.listAll(after, limit) : keys.listOwn(after, limit));
        pages.fill(this);
    }

    private Div name(ApiKeySummary key) {
        var name = Lines.text(key.name(), key.prefix());
        name.add(state(key).onNarrowPages());
        return name;
    }

    private Badge state(ApiKeySummary key) {
        String state = key.state(Instant.now());
        return new Badge(
                state.equals("active") ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL,
                getTranslation("own-keys.state." + state));
    }

    private Component actions(ApiKeySummary key) {
        if (!key.state(Instant.now()).equals("active")) {
            return new Span();
        }
        var revoke = new Button(getTranslation("own-keys.revoke"), event -> onRevoke.accept(key));
        revoke.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel(getTranslation("own-keys.revoke.one", key.name()));
        var edit = new Button(PortalIcon.EDIT.create(), event -> onEdit.accept(key));
        edit.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        edit.setAriaLabel(getTranslation("key.edit.one", key.name()));
        edit.setTooltipText(getTranslation("key.edit"));
        return new Span(edit, revoke);
    }

    private Div details(ApiKeySummary key) {
        var allowed = new Div();
        allowed.addClassName("permissions");
        key.permissions()
                .forEach(one -> allowed.add(new Badge(Badge.Tone.NEUTRAL, getTranslation(PermissionGroup.key(one)))));
        String from = key.life().lastUsedAddress().orElse("–");
        var details = new Div(new Facts()
                .fact(getTranslation("key.permissions"), allowed)
                .fact(
                        getTranslation("key.galleries"),
                        key.galleries()
                                .map(names -> String.join(", ", names))
                                .orElseGet(() -> getTranslation("key.galleries.all")))
                .fact(getTranslation("key.limits"), limits(key))
                .fact(
                        getTranslation("key.created"),
                        LocalFormat.format(key.life().createdAt()))
                .fact(
                        getTranslation("key.expires"),
                        LocalFormat.format(key.life().expiresAt()))
                .fact(
                        getTranslation("key.used"),
                        key.life()
                                .lastUsedAt()
                                .map(at -> LocalFormat.format(at) + " · " + from)
                                .orElseGet(() -> getTranslation("key.unused"))));
        details.addClassName("grid-details");
        return details;
    }

    private String limits(ApiKeySummary key) {
        Integer minute = key.limits().unitsPerMinute();
        Long day = key.limits().unitsPerDay();
        return getTranslation(
                "key.limits.told",
                minute == null ? getTranslation("key.limits.usual") : LocalFormat.format(minute.longValue()),
                day == null ? getTranslation("key.limits.usual") : LocalFormat.format(day));
    }
}
