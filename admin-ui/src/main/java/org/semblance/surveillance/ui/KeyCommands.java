package org.semblance.surveillance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * Lets single keys command a view. They do not while the user writes into a field, a dialog or menu is open, or a key
 * like Ctrl is held: then they mean something else.
 */
public final class KeyCommands {
    private static final String LISTEN = """
            const view = this;
            const keys = new Set($0.split(' '));
            const busy = 'vaadin-dialog-overlay, vaadin-confirm-dialog-overlay, vaadin-menu-bar-overlay, '
                + 'vaadin-combo-box-overlay, vaadin-select-overlay, vaadin-multi-select-combo-box-overlay';
            const listener = (event) => {
              if (!view.isConnected) {
                window.removeEventListener('keydown', listener);
                return;
              }
              const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
              const writing = event.composedPath().some((part) => part.matches
                  && part.matches('input:not([type=checkbox]), textarea, select, [contenteditable=true]'));
              if (held || writing || !keys.has(event.key) || document.querySelector(busy)) {
                return;
              }
              event.preventDefault();
              view.dispatchEvent(new CustomEvent('key-command', {detail: event.key}));
            };
            window.addEventListener('keydown', listener);
            """;

    private KeyCommands() {}

    /**
     * As long as the view is on the page.
     *
     * @param keys as browsers call them, with spaces between
     */
    public static void listen(Component view, String keys, SerializableConsumer<String> command) {
        view.getElement()
                .addEventListener(
                        "key-command",
                        event -> command.accept(event.getEventData().getString("event.detail")))
                .addEventData("event.detail");
        view.addAttachListener(attached -> view.getElement().executeJs(LISTEN, keys));
    }
}
