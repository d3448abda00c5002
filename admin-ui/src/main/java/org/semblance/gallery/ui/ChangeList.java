package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.semblance.gallery.PersonChange;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalSession;

/** The last merges, splits and moves of a person, each of which can be taken back. */
final class ChangeList extends Details {
    private static final int LATEST = 10;
    private static final long serialVersionUID = 1L;

    private final transient PersonChangeService changes;
    private final SerializableConsumer<PersonId> onUndone;
    private final UnorderedList list = new UnorderedList();

    ChangeList(PersonChangeService changes, SerializableConsumer<PersonId> onUndone) {
        super(new Span());
        this.changes = changes;
        this.onUndone = onUndone;
        setSummaryText(getTranslation("person.changes"));
        list.addClassName("plain-list");
        add(list);
    }

    void show(PersonId person) {
        list.removeAll();
        List<PersonChange> latest = changes.newest(person, LATEST);
        latest.forEach(change -> list.add(item(person, change)));
        setVisible(!latest.isEmpty());
    }

    private ListItem item(PersonId person, PersonChange change) {
        var when = new Span(getTranslation("person.change.by", change.actor(), LocalFormat.format(change.changedAt())));
        when.addClassName("secondary");
        var text = new Div(
                new Span(getTranslation(
                        "person.change." + change.kind().code(), change.faces().size())),
                when);
        text.addClassName("list-text");
        var item = new ListItem(text);
        item.addClassName("list-line");
        if (change.isUndone()) {
            item.add(new Badge(Badge.Tone.NEUTRAL, getTranslation("person.change.undone")));
        } else if (PortalSession.permits(Permissions.PERSON_EDIT)) {
            var undo = new Button(getTranslation("action.undo"), event -> {
                changes.undo(change.id());
                onUndone.accept(person);
            });
            undo.addThemeVariants(ButtonVariant.LUMO_SMALL);
            item.add(undo);
        }
        return item;
    }
}
