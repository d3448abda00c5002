package org.semblance.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.semblance.gallery.LegalHold;
import org.semblance.gallery.PersonId;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.privacy.HoldService;

/** Orders to keep what is held of a person: while one is in force, nothing of them can be removed. */
final class HoldsCard extends Div {
    private static final int LONGEST_REASON = 500;
    private static final long serialVersionUID = 1L;

    private final transient HoldService holds;
    private final transient PersonId person;
    final FormNotes notes = new FormNotes();
    final Paragraph none = new Paragraph(getTranslation("holds.none"));
    final UnorderedList list = new UnorderedList();
    final TextField reason = new TextField(getTranslation("hold.reason"));
    final DatePicker until = new DatePicker(getTranslation("hold.until"));
    final Button place = new Button(getTranslation("hold.place"), event -> place());

    HoldsCard(HoldService holds, PersonId person) {
        this.holds = holds;
        this.person = person;
        addClassName("card");
        list.addClassName("plain-list");
        none.addClassName("secondary");
        reason.setMaxLength(LONGEST_REASON);
        reason.setPlaceholder(getTranslation("hold.reason.example"));
        until.setMin(LocalDate.now(LocalFormat.zone()).plusDays(1));
        until.setPlaceholder(getTranslation("hold.until.none"));
        until.setClearButtonVisible(true);
        var form = new Div(reason, until, place);
        form.addClassName("inline-form");
        add(new H2(getTranslation("holds.title")), none, list, notes, form);
        show();
    }

    private void show() {
        List<LegalHold> known = holds.list(person);
        none.setVisible(known.isEmpty());
        list.removeAll();
        known.forEach(hold -> list.add(line(hold)));
    }

    private ListItem line(LegalHold hold) {
        Instant ends = hold.until();
        Instant released = hold.releasedAt();
        boolean inForce = hold.isInForce(Instant.now());
        var line = Lines.item(
                Lines.text(
                        hold.reason(),
                        getTranslation("hold.placed", LocalFormat.format(hold.placedAt()), hold.placedBy()),
                        ends == null ? "" : getTranslation("hold.ends", LocalFormat.format(ends)),
                        released == null
                                ? ""
                                : getTranslation(
                                        "hold.released",
                                        LocalFormat.format(released),
                                        String.valueOf(hold.releasedBy()))),
                new Badge(
                        inForce ? Badge.Tone.WARNING : Badge.Tone.NEUTRAL,
                        getTranslation(inForce ? "hold.in-force" : "hold.over")));
        if (inForce) {
            var release = new Button(getTranslation("hold.release"), event -> confirmRelease(hold));
            release.addThemeVariants(ButtonVariant.LUMO_SMALL);
            release.setAriaLabel(getTranslation("hold.release.one", hold.reason()));
            line.add(release);
        }
        return line;
    }

    private void place() {
        reason.setErrorMessage(getTranslation("form.required"));
        reason.setInvalid(reason.getValue().isBlank());
        if (reason.isInvalid() || until.isInvalid()) {
            reason.focus();
            return;
        }
        Instant ends = until.getOptionalValue()
                .map(day -> day.atStartOfDay(LocalFormat.zone()).toInstant())
                .orElse(null);
        if (notes.tried(() -> holds.place(person, reason.getValue().strip(), ends))) {
            reason.clear();
            reason.setInvalid(false);
            until.clear();
            show();
            Notice.success(getTranslation("hold.done"));
        }
    }

    private void confirmRelease(LegalHold hold) {
        Confirmation.ask(
                getTranslation("hold.release.heading"),
                getTranslation("hold.release.text", hold.reason()),
                "hold.release",
                () -> {
                    holds.release(person, hold.id());
                    show();
                });
    }
}
