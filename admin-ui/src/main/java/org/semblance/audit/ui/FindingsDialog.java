package org.semblance.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.semblance.audit.chain.Verification;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Lines;

/** What a verification found wrong with the trail. */
final class FindingsDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final UnorderedList list = new UnorderedList();

    FindingsDialog(Verification verification) {
        setHeaderTitle(getTranslation("audit.findings.heading"));
        setWidth("44rem");
        list.addClassName("plain-list");
        verification
                .findings()
                .forEach(finding -> list.add(Lines.item(
                        Lines.text(finding.message(), finding.month().toString().substring(0, 7)),
                        new Badge(Badge.Tone.BAD, Codes.of("audit.finding.", finding.kind())))));
        add(new Paragraph(getTranslation("audit.findings.text")), list);
        getFooter().add(new Button(getTranslation("action.close"), event -> close()));
    }
}
