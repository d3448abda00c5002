package org.semblance.models.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalSession;
import org.semblance.vision.pack.CataloguePack;

/** A public pack that can be fetched and installed. */
final class CatalogueCard extends Div {
    private static final long serialVersionUID = 1L;

    final Button install = new Button(getTranslation("models.install"));

    CatalogueCard(CataloguePack pack) {
        addClassNames("card", "pack-card");
        var details = new Span(getTranslation("models.catalogue.row", pack.version(), LocalFormat.bytes(pack.bytes())));
        details.addClassName("secondary");
        var header = new Div(new Div(new H2(pack.name()), details));
        if (pack.licence().restricted()) {
            header.add(new Badge(Badge.Tone.WARNING, getTranslation("models.restricted")));
        }
        header.addClassName("card-header");
        install.addThemeVariants(ButtonVariant.LUMO_SMALL);
        install.setVisible(PortalSession.permits(Permissions.MODEL_MANAGE));
        var actions = new Div(install);
        actions.addClassName("job-actions");
        add(
                header,
                new Paragraph(pack.description()),
                new Facts()
                        .fact(getTranslation("models.licence"), pack.licence().terms()),
                actions);
    }
}
