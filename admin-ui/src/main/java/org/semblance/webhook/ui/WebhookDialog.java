package org.semblance.webhook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryTitle;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.FormNotes;
import org.semblance.webhook.NewWebhook;
import org.semblance.webhook.Webhook;
import org.semblance.webhook.WebhookPatch;

/** Says who is told of what: a new webhook, or another address or other events for one that is there. */
final class WebhookDialog extends Dialog {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2000;
    private static final long serialVersionUID = 1L;

    private final transient WebhookDesk desk;
    private final transient SerializableConsumer<Webhook> onSaved;
    private transient @Nullable Webhook edited;
    final FormNotes notes = new FormNotes().onReload(this::reload);
    final TextField name = new TextField(getTranslation("webhook.name"));
    final TextField url = new TextField(getTranslation("webhook.url"));
    final MultiSelectComboBox<String> types = new MultiSelectComboBox<>(getTranslation("webhook.types"));
    final MultiSelectComboBox<String> galleries = new MultiSelectComboBox<>(getTranslation("webhook.galleries"));
    final Button save = new Button(getTranslation("action.save"), event -> submit());

    WebhookDialog(WebhookDesk desk, @Nullable Webhook edited, SerializableConsumer<Webhook> onSaved) {
        this.desk = desk;
        this.edited = edited;
        this.onSaved = onSaved;
        setHeaderTitle(getTranslation(edited == null ? "webhook.create" : "webhook.edit"));
        addClassName("form-dialog");
        setWidth("40rem");
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        url.setMaxLength(LONGEST_URL);
        url.setRequiredIndicatorVisible(true);
        url.setPlaceholder("https://");
        url.setHelperText(getTranslation("webhook.url.help"));
        types.setItems(
                desk.webhooks().eventTypes().stream().map(type -> type.name()).toList());
        types.setRequiredIndicatorVisible(true);
        types.setHelperText(getTranslation("webhook.types.help"));
        galleries.setHelperText(getTranslation("webhook.galleries.help"));
        var form = new FormLayout(name, url, types, galleries);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(notes, form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
        show();
    }

    private void show() {
        var known =
                new TreeSet<>(desk.galleries().stream().map(GalleryTitle::name).toList());
        Webhook webhook = edited;
        if (webhook != null) {
            known.addAll(webhook.terms().galleries());
        }
        galleries.setItems(known);
        galleries.setVisible(!known.isEmpty());
        if (webhook != null) {
            name.setValue(webhook.terms().name());
            url.setValue(webhook.terms().url());
            types.setValue(new HashSet<>(webhook.terms().eventTypes()));
            galleries.setValue(Set.copyOf(webhook.terms().galleries()));
        }
    }

    private void reload() {
        if (edited != null) {
            edited = desk.webhooks().require(edited.id());
            show();
        }
    }

    private void submit() {
        boolean named = require(name);
        boolean addressed = require(url);
        types.setErrorMessage(getTranslation("webhook.types.none"));
        types.setInvalid(types.getValue().isEmpty());
        if (named && addressed && !types.isInvalid()) {
            desk.sensitive(() -> notes.tried(this::write));
        }
    }

    private void write() {
        Webhook before = edited;
        if (before == null) {
            var created = desk.webhooks()
                    .create(new NewWebhook(
                            name.getValue().strip(), url.getValue().strip(), chosen(types), chosen(galleries)));
            close();
            onSaved.accept(created.webhook());
            WebhookDesk.show(created.webhook().terms().name(), created.secret());
            return;
        }
        String address = url.getValue().strip();
        var patch = new WebhookPatch(
                Optional.of(name.getValue().strip()),
                Optional.of(address)
                        .filter(wanted -> !wanted.equals(before.terms().url())),
                Optional.of(chosen(types)),
                Optional.of(chosen(galleries)),
                Optional.empty());
        Webhook changed = desk.webhooks().change(before.id(), patch, ExpectedVersion.of(before.version()));
        close();
        onSaved.accept(changed);
    }

    private static List<String> chosen(MultiSelectComboBox<String> field) {
        return List.copyOf(field.getValue());
    }

    private boolean require(TextFieldBase<?, String> field) {
        boolean filled = !field.getValue().isBlank();
        field.setErrorMessage(getTranslation("form.required"));
        field.setInvalid(!filled);
        return filled;
    }
}
