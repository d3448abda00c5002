package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.gallery.ui.PersonName;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Cells;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.surveillance.access.AccessAnswer;
import org.semblance.surveillance.access.AccessQuestions;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.AccessRuleId;
import org.semblance.surveillance.access.DoorName;

/** Everybody for whom a door's cameras look: whether they would pass, why, and by which rule; a row opens to say more. */
final class PasserGrid extends Grid<AccessAnswer> {
    private static final long serialVersionUID = 1L;

    private final transient AccessQuestions questions;
    private final transient AccessDirectory directory;
    private transient Map<AccessRuleId, String> rules = Map.of();

    PasserGrid(AccessQuestions questions, AccessDirectory directory) {
        this.questions = questions;
        this.directory = directory;
        addClassName("passer-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setPageSize(KeysetPages.SIZE);
        setSelectionMode(SelectionMode.NONE);
        addColumn(Cells.badged(answer -> PersonName.of(answer.name(), answer.person()), this::may))
                .setHeader(getTranslation("passers.person"))
                .setFlexGrow(3);
        var may = addColumn(Cells.badge(this::may))
                .setHeader(getTranslation("passers.may"))
                .setWidth("7rem")
                .setFlexGrow(0);
        addColumn(answer -> Codes.of("access.reason.", answer.decision().reason()))
                .setHeader(getTranslation("passers.reason"))
                .setFlexGrow(3);
        var rule =
                addColumn(this::rule).setHeader(getTranslation("passers.rule")).setFlexGrow(2);
        // On a narrow page the rule is told where a row opens.
        NarrowPage.hide(this, List.of(may, rule));
        setItemDetailsRenderer(new ComponentRenderer<>(this::explained));
        setEmptyStateComponent(new EmptyState(
                PortalIcon.PASSERS, getTranslation("passers.empty"), getTranslation("passers.empty.text")));
    }

    /** Asks anew, of a moment. */
    void show(DoorName door, Instant at, boolean isAllowedOnly) {
        rules = directory.allRules().stream()
                .collect(Collectors.toMap(AccessRule::id, rule -> rule.said().title()));
        var when = Optional.of(at);
        var pages = new KeysetPages<AccessAnswer>((after, limit) -> isAllowedOnly
                ? Passing.page(questions, door, at, after)
                : questions.everybody(door, when, after, limit));
        pages.fill(this);
    }

    private Badge may(AccessAnswer answer) {
        boolean isAllowed = answer.decision().isAllowed();
        return new Badge(
                isAllowed ? Badge.Tone.GOOD : Badge.Tone.BAD, getTranslation(isAllowed ? "passers.yes" : "passers.no"));
    }

    private String rule(AccessAnswer answer) {
        AccessRuleId rule = answer.decision().rule();
        return rule == null ? "–" : rules.getOrDefault(rule, rule.toString());
    }

    /** When they may next, which is worked out for this one only. */
    private Component explained(AccessAnswer answer) {
        AccessAnswer whole =
                questions.explain(answer.door().name(), Optional.of(answer.person()), Optional.of(answer.at()));
        var next = whole.nextAllowed();
        String key = "access.explained." + whole.decision().reason().code();
        String text = getTranslation(key, rule(whole));
        var box = new Div(new Paragraph(text));
        if (next != null) {
            box.add(new Paragraph(getTranslation("passers.next", LocalFormat.format(next))));
        }
        box.addClassName("passer-explained");
        return box;
    }
}
