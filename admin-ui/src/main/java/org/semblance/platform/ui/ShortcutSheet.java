package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Which keys do what: everywhere, and on the page that is open. */
final class ShortcutSheet extends Dialog {
    private static final long serialVersionUID = 1L;

    static final List<Shortcut> EVERYWHERE = List.of(
            new Shortcut("Ctrl K", "keys.search"),
            new Shortcut("/", "keys.search"),
            new Shortcut("?", "keys.sheet"),
            new Shortcut("Esc", "keys.close"));

    ShortcutSheet(String page, List<Shortcut> onPage) {
        setHeaderTitle(getTranslation("keys.title"));
        addClassName("shortcut-sheet");
        setWidth("28rem");
        if (!onPage.isEmpty()) {
            add(new H3(page), list(onPage), new H3(getTranslation("keys.everywhere")));
        }
        add(list(EVERYWHERE));
        getFooter().add(new Button(getTranslation("action.close"), event -> close()));
    }

    private Component list(List<Shortcut> shortcuts) {
        var list = new DescriptionList();
        for (Shortcut shortcut : shortcuts) {
            var keys = new DescriptionList.Term();
            for (String key : shortcut.keys().split(" ", -1)) {
                var cap = new Span(key);
                cap.addClassName("key");
                keys.add(cap);
            }
            list.add(keys, new DescriptionList.Description(getTranslation(shortcut.text())));
        }
        return list;
    }
}
