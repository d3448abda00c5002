package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.VaadinServiceEnabled;
import com.vaadin.cdi.annotation.VaadinServiceScoped;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The portal's texts in English and German; whoever prefers neither reads English. */
@VaadinServiceEnabled
@VaadinServiceScoped
public class Translations implements I18NProvider {
    static final String BUNDLE = "org.semblance.platform.ui.texts";
    private static final long serialVersionUID = 1L;

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH, Locale.GERMAN);
    }

    /** The text under a key, with its parameters filled in; the key itself when there is no such text. */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return translate(key, key, locale, parameters);
    }

    /** The same, but another text when there is none. */
    static String translate(String key, String otherwise, Locale locale, Object... parameters) {
        ResourceBundle texts = bundle(locale);
        if (!texts.containsKey(key)) {
            return otherwise;
        }
        String text = texts.getString(key);
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
