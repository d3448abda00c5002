package org.semblance.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.semblance.platform.ui.CopyButton;

/** Shows recovery codes, which are told this once. */
final class RecoveryCodesDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final UnorderedList list = new UnorderedList();

    RecoveryCodesDialog(List<String> codes) {
        setHeaderTitle(getTranslation("factor.codes"));
        setWidth("28rem");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        list.addClassName("recovery-codes");
        codes.forEach(code -> list.add(new ListItem(code)));
        var copy = new CopyButton(String.join("\n", codes));
        var kept = new Button(getTranslation("factor.codes.kept"), event -> close());
        kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(getTranslation("factor.codes.text")), list);
        getFooter().add(copy, kept);
    }
}
