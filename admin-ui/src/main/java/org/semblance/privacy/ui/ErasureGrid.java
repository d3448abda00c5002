package org.semblance.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Optional;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.ListGrid;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TimeColumn;
import org.semblance.privacy.erasure.Erasure;
import org.semblance.privacy.erasure.ErasureService;

/** Erasures as rows, the latest first; of whoever is erased no more than a pseudonym is known. */
final class ErasureGrid extends ListGrid<Erasure> {
    private static final long serialVersionUID = 1L;

    private final transient ErasureService erasures;

    ErasureGrid(ErasureService erasures) {
        this.erasures = erasures;
        addComponentColumn(this::subject)
                .setHeader(getTranslation("erasure.one"))
                .setFlexGrow(3);
        var reason = addColumn(erasure -> Codes.of("erasure.reason.", erasure.reason()))
                .setHeader(getTranslation("erasure.reason"))
                .setFlexGrow(2);
        var by = addColumn(Erasure::requestedBy)
                .setHeader(getTranslation("erasure.by"))
                .setFlexGrow(2);
        var due = TimeColumn.toTheMinute(addColumn(
                        erasure -> LocalFormat.format(erasure.endedAt() == null ? erasure.dueAt() : erasure.endedAt())))
                .setHeader(getTranslation("erasure.due-or-ended"));
        addComponentColumn(ErasureTexts::badge)
                .setHeader(getTranslation("users.state"))
                .setWidth("9rem")
                .setFlexGrow(0);
        NarrowPage.hide(this, List.of(reason, by, due));
    }

    void show(Optional<Erasure.State> state) {
        String key = state.isPresent() ? "erasures.none" : "erasures.empty";
        setEmptyStateComponent(new EmptyState(PortalIcon.PRIVACY, getTranslation(key), getTranslation(key + ".text")));
        var pages = new KeysetPages<Erasure>((before, limit) -> erasures.listLatest(state, before, limit));
        pages.fill(this);
    }

    private Component subject(Erasure erasure) {
        String name = getTranslation("erasure.number", erasure.id().toString());
        var person = erasure.person();
        String whom = person == null
                ? getTranslation(
                        "erasure.pseudonym", erasure.pseudonym().toString().substring(0, 8))
                : getTranslation("person.unnamed", person.toString());
        return Lines.text(new Anchor("erasures/" + erasure.id(), name), whom);
    }
}
