package org.semblance.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.PortalIcon;

/** The roles that somebody has or is to have, each of which can be taken again. */
final class RoleGrantList extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final SerializableConsumer<RoleGrant> onTaken;

    RoleGrantList(SerializableConsumer<RoleGrant> onTaken) {
        this.onTaken = onTaken;
        addClassName("plain-list");
    }

    void show(List<RoleGrant> grants, boolean canBeTaken) {
        removeAll();
        for (RoleGrant grant : grants) {
            String gallery = grant.gallery();
            String where =
                    gallery == null ? getTranslation("user.role.everywhere") : getTranslation("user.role.in", gallery);
            var line = Lines.item(Lines.text(Codes.of("role.", grant.role()), where));
            if (canBeTaken) {
                var take = new Button(PortalIcon.CLOSE.create(), event -> onTaken.accept(grant));
                take.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
                take.setAriaLabel(getTranslation("user.role.take", UserTexts.grant(grant)));
                take.setTooltipText(getTranslation("user.role.take", UserTexts.grant(grant)));
                line.add(take);
            }
            add(line);
        }
    }
}
