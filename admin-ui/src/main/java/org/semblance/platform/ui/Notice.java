package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.function.SerializableRunnable;

/** Short messages at the edge of the page: what has been done, or what went wrong and what to do about it. */
public final class Notice {
    private static final int SUCCESS_MILLIS = 4_000;
    private static final int REFUSAL_MILLIS = 8_000;
    private static final int UNDO_MILLIS = 15_000;
    private static final int STAYS = 0;

    private Notice() {}

    /** Says that something has been done; goes by itself. */
    public static Notification success(String text) {
        var notice = build(PortalIcon.CHECK, new Span(text), SUCCESS_MILLIS);
        notice.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notice.open();
        return notice;
    }

    /** Says that something has been done that can be taken back for as long as this is seen, and offers to. */
    public static Notification undoable(String text, SerializableRunnable undoing) {
        var undo = new Button();
        var notice = build(PortalIcon.CHECK, new Div(new Span(text), undo), UNDO_MILLIS);
        undo.setText(undo.getTranslation("action.undo"));
        undo.addClassName("notice-undo");
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        undo.addClickListener(event -> {
            notice.close();
            undoing.run();
        });
        notice.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notice.open();
        return notice;
    }

    /** Says why something was not even tried. */
    public static Notification refusal(String text) {
        var notice = build(PortalIcon.WARNING, new Span(text), REFUSAL_MILLIS);
        notice.addThemeVariants(NotificationVariant.LUMO_WARNING);
        notice.open();
        return notice;
    }

    /** Says what went wrong, with the words that help to find it in the log; stays until it is closed. */
    static Notification failure(String text, String reference) {
        var details = new Span(reference);
        details.addClassName("notice-reference");
        var notice = build(PortalIcon.WARNING, new Div(new Div(text), details), STAYS);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setAssertive(true);
        notice.open();
        return notice;
    }

    private static Notification build(PortalIcon icon, Component text, int millis) {
        var notice = new Notification();
        notice.setPosition(Notification.Position.BOTTOM_END);
        notice.setDuration(millis);
        text.addClassName("notice-text");
        var close = new Button(PortalIcon.CLOSE.create(), event -> notice.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(close.getTranslation("action.close"));
        var content = new Div(icon.create(), text, close);
        content.addClassName("notice");
        notice.add(content);
        return notice;
    }
}
