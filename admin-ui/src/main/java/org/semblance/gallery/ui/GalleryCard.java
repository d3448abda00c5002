package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.semblance.gallery.GallerySummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Figure;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** One gallery: what it is called, what it holds, and the ways into it. */
final class GalleryCard extends Div {
    private static final long serialVersionUID = 1L;

    final Button edit = new Button(PortalIcon.EDIT.create());
    final Button delete = new Button(PortalIcon.DELETE.create());

    GalleryCard(
            GallerySummary gallery,
            SerializableConsumer<GallerySummary> onEdit,
            SerializableConsumer<GallerySummary> onDelete) {
        addClassName("card");
        var parameters = new RouteParameters("gallery", gallery.name());
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_ERROR);
        delete.setAriaLabel(getTranslation("gallery.delete.one", gallery.title()));
        delete.setTooltipText(getTranslation("action.delete"));
        delete.setVisible(PortalSession.permits(Permissions.GALLERY_WRITE));
        delete.addClickListener(event -> onDelete.accept(gallery));
        edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        edit.setAriaLabel(getTranslation("gallery.edit", gallery.title()));
        edit.setTooltipText(getTranslation("action.edit"));
        edit.setVisible(PortalSession.permits(Permissions.GALLERY_WRITE));
        edit.addClickListener(event -> onEdit.accept(gallery));
        add(buildHeader(gallery), buildNumbers(gallery), buildLinks(parameters));
    }

    private Component buildHeader(GallerySummary gallery) {
        var name = new Span(gallery.name());
        name.addClassName("secondary");
        var header = new Div(new Div(new H2(gallery.title()), name), new Span(edit, delete));
        header.addClassName("card-header");
        return header;
    }

    private Component buildNumbers(GallerySummary gallery) {
        var numbers = new Div(
                new Figure(LocalFormat.format(gallery.persons()), getTranslation("persons.title")),
                new Figure(LocalFormat.format(gallery.faces()), getTranslation("faces.title")),
                new Figure(
                        gallery.rules().threshold() == null
                                ? getTranslation("gallery.threshold.model")
                                : LocalFormat.format(gallery.rules().threshold()),
                        getTranslation("gallery.threshold")));
        numbers.addClassName("figures");
        return numbers;
    }

    private Component buildLinks(RouteParameters parameters) {
        var links = new Div();
        links.addClassName("card-links");
        if (PortalSession.permits(Permissions.PERSON_READ)) {
            links.add(new RouterLink(getTranslation("persons.title"), PersonsView.class, parameters));
        }
        if (PortalSession.permits(Permissions.SEARCH_RUN)) {
            links.add(new RouterLink(getTranslation("search.title"), SearchByPhotoView.class, parameters));
        }
        if (PortalSession.permits(Permissions.PERSON_READ)) {
            links.add(new RouterLink(getTranslation("proposals.title"), ProposalsView.class, parameters));
        }
        return links;
    }
}
