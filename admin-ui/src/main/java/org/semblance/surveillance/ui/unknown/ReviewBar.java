package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** What can be decided, each with its key, and the line that says which keys there are. */
final class ReviewBar extends Div {
    private static final long serialVersionUID = 1L;

    private final SerializableConsumer<String> press;
    final Button assign = button(PortalIcon.PERSONS, "unknown.assign.search", "a");
    final Button enroll = button(PortalIcon.ADD, "unknown.enroll", "e");
    final Button dismiss = button(PortalIcon.CLOSE, "unknown.dismiss", "d");
    final Button undo = button(PortalIcon.UNDO, "unknown.undo", "u");
    final Span help = new Span();

    ReviewBar(SerializableConsumer<String> press) {
        this.press = press;
        boolean enrolls = PortalSession.permits(Permissions.PERSON_ENROLL);
        assign.setVisible(enrolls && PortalSession.permits(Permissions.PERSON_READ));
        enroll.setVisible(enrolls);
        dismiss.setTooltipText(getTranslation("unknown.dismiss.help"));
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        help.addClassNames("review-help", "secondary");
        help.setText(getTranslation(assign.isVisible() ? "unknown.keys" : "unknown.keys.dismiss"));
        var actions = new Div(assign, enroll, dismiss, undo);
        actions.addClassName("review-actions");
        addClassName("review-bar");
        add(actions, help);
        show(Optional.empty());
    }

    /** What was decided last, and would be taken back. */
    void show(Optional<Decided> last) {
        undo.setEnabled(last.isPresent() && last.get().canBeUndone());
        String what = last.map(decided ->
                        getTranslation("unknown.undo." + decided.kind().name().toLowerCase(java.util.Locale.ROOT)))
                .orElseGet(() -> getTranslation("unknown.undo.nothing"));
        undo.setTooltipText(what);
    }

    private Button button(PortalIcon icon, String key, String command) {
        var letter = new Span(command);
        letter.addClassName("key");
        letter.getElement().setAttribute("aria-hidden", "true");
        var button = new Button(getTranslation(key), icon.create(), event -> press.accept(command));
        button.setSuffixComponent(letter);
        button.getElement().setAttribute("aria-keyshortcuts", command);
        return button;
    }
}
