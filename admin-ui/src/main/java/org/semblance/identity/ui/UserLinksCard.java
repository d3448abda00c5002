package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.identity.directory.IdentityLink;
import org.semblance.identity.directory.IdentityLinkService;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;

/** By which identities elsewhere a user comes in; not there while nobody elsewhere means the user. */
@CdiComponent
public class UserLinksCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient IdentityLinkService links;
    private final transient UserDesk desk;
    final UnorderedList list = new UnorderedList();

    @Inject
    public UserLinksCard(IdentityLinkService links, UserDesk desk) {
        this.links = links;
        this.desk = desk;
        addClassName("card");
        list.addClassName("plain-list");
        var help = new Paragraph(getTranslation("user.links.help"));
        help.addClassName("secondary");
        add(new H2(getTranslation("user.links")), help, list);
    }

    void show(UserSummary user) {
        List<IdentityLink> known = links.list(user.id());
        setVisible(!known.isEmpty());
        list.removeAll();
        known.forEach(link -> {
            var line = Lines.item(Lines.text(
                    link.issuer(),
                    link.subject(),
                    getTranslation("user.link.since", LocalFormat.format(link.createdAt()))));
            if (UserDesk.mayManage()) {
                line.add(buildRemove(user, link));
            }
            list.add(line);
        });
    }

    private Button buildRemove(UserSummary user, IdentityLink link) {
        var remove = new Button(PortalIcon.CLOSE.create(), event -> confirmRemoval(user, link));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(getTranslation("user.link.remove.one", link.issuer()));
        remove.setTooltipText(getTranslation("user.link.remove"));
        return remove;
    }

    private void confirmRemoval(UserSummary user, IdentityLink link) {
        Confirmation.ask(
                getTranslation("user.link.remove.heading"),
                getTranslation("user.link.remove.text", user.traits().displayName(), link.issuer()),
                getTranslation("user.link.remove"),
                () -> desk.sensitive(() -> remove(user, link)));
    }

    private void remove(UserSummary user, IdentityLink link) {
        links.unlink(user.id(), link.id());
        show(user);
        Notice.success(getTranslation("user.link.removed"));
    }
}
