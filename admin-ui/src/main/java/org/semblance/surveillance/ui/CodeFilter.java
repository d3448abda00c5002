package org.semblance.surveillance.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import org.semblance.platform.ui.Codes;

/** Narrows a list to some of the words that a service has for something; to all of them when none is chosen. */
public final class CodeFilter<E extends Enum<E>> extends MultiSelectComboBox<E> {
    private static final long serialVersionUID = 1L;

    /** @param prefix of the keys of what the words are called */
    public CodeFilter(String label, Class<E> words, String prefix) {
        setLabel(label);
        setItems(words.getEnumConstants());
        setItemLabelGenerator(word -> Codes.of(prefix, word));
        setPlaceholder(getTranslation("watch.all"));
        setClearButtonVisible(true);
    }
}
