package org.semblance.gallery.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GallerySummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.platform.ui.TypedConfirmation;

/** All galleries, each with what it holds. */
@CdiComponent
@Route(value = "galleries", layout = MainLayout.class)
@Menu(title = "galleries.title", order = 120, icon = "GALLERIES")
@RolesAllowed(Permissions.GALLERY_READ)
public class GalleriesView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    final Div toolbar = new Div();
    final Div cards = new Div();

    @Inject
    public GalleriesView(GalleryService galleries) {
        this.galleries = galleries;
        addClassName("view");
        toolbar.addClassName("toolbar");
        toolbar.add(new Span(getTranslation("galleries.intro")), createButton());
        cards.addClassName("cards");
        add(toolbar, cards);
    }

    @Override
    public String title() {
        return getTranslation("galleries.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        List<GallerySummary> all = galleries.list();
        cards.removeAll();
        toolbar.setVisible(!all.isEmpty());
        all.forEach(gallery -> cards.add(new GalleryCard(gallery, this::openEdit, this::confirmDelete)));
        if (all.isEmpty()) {
            cards.add(new EmptyState(
                    PortalIcon.GALLERIES,
                    getTranslation("galleries.empty"),
                    getTranslation("galleries.empty.text"),
                    createButton()));
        }
    }

    private Component createButton() {
        var create = new Button(getTranslation("gallery.create"), PortalIcon.ADD.create(), event -> openCreate());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(PortalSession.permits(Permissions.GALLERY_WRITE));
        return create;
    }

    private void openCreate() {
        new CreateGalleryDialog(galleries, created -> {
                    Notice.success(getTranslation("gallery.created", created.title()));
                    open(created);
                })
                .open();
    }

    private static void open(GallerySummary gallery) {
        UI.getCurrent().navigate(PersonsView.class, new RouteParameters("gallery", gallery.name()));
    }

    private void openEdit(GallerySummary gallery) {
        new EditGalleryDialog(gallery, galleries, this::refresh).open();
    }

    private void confirmDelete(GallerySummary gallery) {
        new TypedConfirmation(
                        getTranslation("gallery.delete.heading", gallery.title()),
                        getTranslation(
                                "gallery.delete.text",
                                LocalFormat.format(gallery.persons()),
                                LocalFormat.format(gallery.faces())),
                        gallery.name(),
                        "action.delete",
                        () -> delete(gallery))
                .open();
    }

    private void delete(GallerySummary gallery) {
        galleries.delete(new GalleryName(gallery.name()));
        Notice.success(getTranslation("gallery.deleted", gallery.title()));
        refresh();
    }
}
