package org.semblance.platform.ui;

import com.vaadin.flow.component.button.Button;

/**
 * Copies a text. Browsers give pages the clipboard only over HTTPS: where there is none, the button is not there, and the
 * text is marked and copied by hand.
 */
public final class CopyButton extends Button {
    private static final String COPY = """
            if (!navigator.clipboard) {
              this.hidden = true;
              return;
            }
            this.addEventListener('click', () => navigator.clipboard.writeText($0).then(() => this.textContent = $1));
            """;

    private static final long serialVersionUID = 1L;

    public CopyButton(String text) {
        setText(getTranslation("action.copy"));
        addAttachListener(attached -> getElement().executeJs(COPY, text, getTranslation("action.copied")));
    }
}
