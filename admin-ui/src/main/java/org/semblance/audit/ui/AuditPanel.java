package org.semblance.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEntry;
import org.semblance.platform.Json;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PanelHeader;

/** An entry in full: who did what to what from where, and what it changed. What is underlined narrows the list to it. */
final class AuditPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final SerializableRunnable onClosed;

    AuditPanel(SerializableRunnable onClosed) {
        this.onClosed = onClosed;
        addClassNames("side-panel", "audit-panel");
        getElement().setAttribute("role", "complementary");
        getElement().setAttribute("aria-label", getTranslation("audit.entry"));
        setVisible(false);
    }

    void show(@Nullable AuditEntry entry) {
        removeAll();
        setVisible(entry != null);
        if (entry == null) {
            return;
        }
        add(header(entry), facts(entry));
        JsonObject changes = object(entry.changes());
        if (!changes.isEmpty()) {
            add(new H3(getTranslation("audit.changes")), table(changes));
        }
        JsonObject details = object(entry.details());
        if (!details.isEmpty()) {
            add(new H3(getTranslation("audit.details")), details(details));
        }
    }

    private Component header(AuditEntry entry) {
        var name = PanelHeader.name(
                entry.action(),
                getTranslation(
                        "audit.entry.number", Long.toString(entry.id()), LocalFormat.precise(entry.occurredAt())));
        return new PanelHeader(onClosed).show(name, AuditGrid.outcome(entry));
    }

    private Facts facts(AuditEntry entry) {
        String actor = entry.actor().name();
        var facts = new Facts()
                .fact(getTranslation("audit.actor"), narrow(actor, AuditAddress.ofActor(actor)))
                .fact(
                        getTranslation("audit.actor-kind"),
                        Codes.of("audit.actor-kind.", entry.actor().kind()))
                .fact(getTranslation("audit.action"), narrow(entry.action(), AuditAddress.ofAction(entry.action())));
        String type = entry.subjectType();
        if (type != null) {
            facts.fact(getTranslation("audit.object-type"), narrow(type, AuditAddress.ofSubject(type, null)));
            String id = entry.subjectId();
            if (id != null) {
                facts.fact(getTranslation("audit.object"), narrow(id, AuditAddress.ofSubject(type, id)));
            }
        }
        add(facts, "audit.permission", entry.permission());
        add(facts, "audit.address", entry.clientAddress());
        add(facts, "audit.client", entry.userAgent());
        String request = entry.requestId();
        if (request != null) {
            facts.fact(getTranslation("audit.request"), narrow(request, AuditAddress.ofRequest(request)));
        }
        return facts;
    }

    private static void add(Facts facts, String key, @Nullable String value) {
        if (value != null) {
            facts.fact(facts.getTranslation(key), value);
        }
    }

    private Button narrow(String text, AuditAddress address) {
        var button = new Button(text, event -> address.open());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.setTooltipText(getTranslation("audit.narrow"));
        return button;
    }

    private Component table(JsonObject changes) {
        var table = new NativeTable();
        table.addClassName("changes");
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText(getTranslation("audit.field"));
        head.addHeaderCell().setText(getTranslation("audit.before"));
        head.addHeaderCell().setText(getTranslation("audit.after"));
        changes.forEach((field, change) -> {
            NativeTableRow row = table.getBody().addRow();
            row.addDataCell().setText(field);
            boolean isSeen = change instanceof JsonObject values && values.containsKey("before");
            row.addDataCell().setText(isSeen ? text(change.asJsonObject().get("before")) : "•••");
            row.addDataCell().setText(isSeen ? text(change.asJsonObject().get("after")) : "•••");
        });
        return table;
    }

    private static Component details(JsonObject details) {
        var list = new DescriptionList();
        list.addClassName("facts");
        details.forEach((name, value) ->
                list.add(new DescriptionList.Term(name), new DescriptionList.Description(new Span(text(value)))));
        return list;
    }

    private static String text(@Nullable JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "–";
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
