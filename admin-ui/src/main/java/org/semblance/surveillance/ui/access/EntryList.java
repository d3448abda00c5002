package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** A short list of things that can be made, changed and removed, each on a card. */
final class EntryList extends Div {
    private static final long serialVersionUID = 1L;

    private final String texts;
    private final SerializableRunnable onCreate;
    final Div entries = new Div();
    final Button create;

    /**
     * A list.
     *
     * @param texts what the keys of its texts begin with
     */
    EntryList(String texts, SerializableRunnable onCreate) {
        this.texts = texts;
        this.onCreate = onCreate;
        this.create = createButton();
        addClassName("entry-list");
        entries.addClassName("entries");
        var toolbar = new Div(create);
        toolbar.addClassName("toolbar");
        add(toolbar, entries);
    }

    void clear() {
        entries.removeAll();
    }

    /** Says what to do where there is nothing yet. */
    void finish() {
        boolean isEmpty = entries.getComponentCount() == 0;
        create.setVisible(!isEmpty && isPermitted());
        if (isEmpty) {
            var first = createButton();
            first.setVisible(isPermitted());
            entries.add(new EmptyState(
                    PortalIcon.DOOR, getTranslation(texts + ".empty"), getTranslation(texts + ".empty.text"), first));
        }
    }

    /** Adds a card, and returns where its buttons go. */
    Div entry(String title, Component state, Component... content) {
        var actions = new Div();
        actions.addClassName("entry-actions");
        var header = new Div(new Div(new H2(title)), state, actions);
        header.addClassName("card-header");
        var card = new Div(header);
        card.addClassNames("card", "entry");
        card.add(content);
        entries.add(card);
        return actions;
    }

    static Component line(String text) {
        var line = new Span(text);
        line.addClassName("secondary");
        return line;
    }

    Button edit(String title, SerializableRunnable onEdit) {
        return iconButton(PortalIcon.EDIT, getTranslation("action.edit.one", title), onEdit);
    }

    /** Removes after it was confirmed. */
    Button remove(String title, SerializableRunnable onRemove) {
        var remove = iconButton(PortalIcon.DELETE, getTranslation("action.delete.one", title), () -> {
            var dialog = new ConfirmDialog(
                    getTranslation("action.delete.heading", title),
                    getTranslation(texts + ".delete.text"),
                    getTranslation("action.delete"),
                    event -> {
                        onRemove.run();
                        Notice.success(getTranslation("action.deleted", title));
                    },
                    getTranslation("action.cancel"),
                    event -> {});
            dialog.setConfirmButtonTheme("error primary");
            dialog.open();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return remove;
    }

    static boolean isPermitted() {
        return PortalSession.permits(Permissions.ACCESS_MANAGE);
    }

    private Button createButton() {
        var button = new Button(getTranslation(texts + ".create"), PortalIcon.ADD.create(), event -> onCreate.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private static Button iconButton(PortalIcon icon, String label, SerializableRunnable action) {
        var button = new Button(icon.create(), event -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.setVisible(isPermitted());
        return button;
    }
}
