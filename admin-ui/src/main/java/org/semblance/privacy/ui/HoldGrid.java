package org.semblance.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.semblance.gallery.HeldPerson;
import org.semblance.gallery.LegalHold;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.ListGrid;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TimeColumn;
import org.semblance.privacy.HoldService;

/** Legal holds as rows, the latest first; those in force can be released. */
final class HoldGrid extends ListGrid<HeldPerson> {
    private static final long serialVersionUID = 1L;

    private final transient HoldService holds;

    HoldGrid(HoldService holds) {
        this.holds = holds;
        addComponentColumn(this::whom).setHeader(getTranslation("hold.person")).setFlexGrow(3);
        var placed = TimeColumn.toTheMinute(addComponentColumn(held -> Lines.text(
                        LocalFormat.format(held.hold().placedAt()), held.hold().placedBy())))
                .setHeader(getTranslation("hold.placed-at"));
        var until =
                TimeColumn.toTheMinute(addColumn(held -> until(held.hold()))).setHeader(getTranslation("hold.until"));
        var state = addComponentColumn(this::state)
                .setHeader(getTranslation("users.state"))
                .setWidth("7rem")
                .setFlexGrow(0);
        addComponentColumn(this::release).setKey("release").setWidth("9rem").setFlexGrow(0);
        NarrowPage.hide(this, List.of(placed, until, state));
    }

    void show(boolean all) {
        setEmptyStateComponent(new EmptyState(
                PortalIcon.PRIVACY, getTranslation("all-holds.empty"), getTranslation("all-holds.empty.text")));
        var pages = new KeysetPages<HeldPerson>((before, limit) -> holds.listLatest(all, before, limit));
        pages.fill(this);
    }

    private Component whom(HeldPerson held) {
        var person = held.hold().person();
        String name = held.name() == null ? getTranslation("person.unnamed", person.toString()) : held.name();
        var whom = Lines.text(new Anchor("privacy/" + person, name), held.hold().reason());
        whom.add(state(held).onNarrowPages());
        return whom;
    }

    private String until(LegalHold hold) {
        Instant released = hold.releasedAt();
        if (released != null) {
            return getTranslation("hold.released", LocalFormat.format(released), String.valueOf(hold.releasedBy()));
        }
        Instant ends = hold.until();
        return ends == null ? getTranslation("hold.until.none") : LocalFormat.format(ends);
    }

    private Badge state(HeldPerson held) {
        boolean inForce = held.hold().isInForce(Instant.now());
        return new Badge(
                inForce ? Badge.Tone.WARNING : Badge.Tone.NEUTRAL,
                getTranslation(inForce ? "hold.in-force" : "hold.over"));
    }

    private Component release(HeldPerson held) {
        if (!held.hold().isInForce(Instant.now())) {
            return new Span();
        }
        var release = new Button(getTranslation("hold.release"), event -> confirmRelease(held.hold()));
        release.addThemeVariants(ButtonVariant.LUMO_SMALL);
        release.setAriaLabel(getTranslation("hold.release.one", held.hold().reason()));
        return release;
    }

    private void confirmRelease(LegalHold hold) {
        Confirmation.ask(
                getTranslation("hold.release.heading"),
                getTranslation("hold.release.text", hold.reason()),
                getTranslation("hold.release"),
                () -> {
                    holds.release(hold.person(), hold.id());
                    getDataProvider().refreshAll();
                    Notice.success(getTranslation("hold.release.done"));
                });
    }
}
