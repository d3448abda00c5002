package org.semblance.gallery.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.Command;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.SearchRequest;
import org.semblance.gallery.SearchResult;
import org.semblance.gallery.SearchScope;
import org.semblance.gallery.SearchService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TitledView;
import org.semblance.platform.ui.UiErrorHandler;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.Photo;

/** Says whose faces a photo shows, among the persons of one gallery. The photo stays in the page and nowhere else. */
@CdiComponent
@Route(value = "search/:gallery?", layout = MainLayout.class)
@Menu(title = "search.title", order = 100, icon = "SEARCH")
@RolesAllowed(Permissions.SEARCH_RUN)
public class SearchByPhotoView extends Div implements BeforeEnterObserver, TitledView {
    private static final int CANDIDATES = 5;
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final transient SearchService searches;
    private final transient SignedUrls urls;
    final GalleryPicker picker;
    final PhotoUpload upload;
    final ProgressBar progress = new ProgressBar();
    final Div results = new Div();
    private final Div toolbar = new Div();
    private final Div drop = new Div();
    private volatile @Nullable GalleryName gallery;
    private transient @Nullable Photo photo;

    @Inject
    public SearchByPhotoView(GalleryService galleries, SearchService searches, SignedUrls urls, PhotoLimits limits) {
        this.galleries = galleries;
        this.searches = searches;
        this.urls = urls;
        this.picker = new GalleryPicker(galleries);
        this.upload = new PhotoUpload(limits, this::search).around(this::begin, () -> progress.setVisible(false));
        upload.setMaxFiles(1);
        addClassName("view");
        progress.setIndeterminate(true);
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", getTranslation("search.working"));
        picker.onChosen(name ->
                UI.getCurrent().navigate(SearchByPhotoView.class, new RouteParameters("gallery", name.value())));
        results.getElement().setAttribute("aria-live", "polite");
        toolbar.add(picker, buildDrop());
        toolbar.addClassNames("toolbar", "search-toolbar");
        add(toolbar, progress, results);
    }

    /** Large as long as there is no photo, and a strip above the results after that. */
    private Div buildDrop() {
        drop.addClassNames("search-drop", "search-drop-large");
        drop.add(
                new EmptyState(
                        PortalIcon.SEARCH,
                        getTranslation("search.invitation"),
                        getTranslation("search.invitation.text")),
                upload);
        return drop;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        upload.getElement().executeJs("window.semblanceWork.takePasted(this)");
    }

    @Override
    public String title() {
        return getTranslation("search.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<GalleryName> chosen = picker.enter(event);
        NoGalleries.cover(this, picker.isWithoutGalleries(), galleries, toolbar, results);
        chosen.ifPresent(this::enter);
    }

    private void enter(GalleryName chosen) {
        gallery = chosen;
        Photo given = photo;
        if (given != null) {
            UiErrorHandler.guard(UI.getCurrent(), () -> search(given).execute());
        }
    }

    private void begin() {
        results.removeAll();
        progress.setVisible(true);
    }

    /** Searches in the thread of the request that brought the photo, and returns how to show what was found. */
    private Command search(Photo given) {
        GalleryName searched = gallery;
        if (searched == null) {
            throw new IllegalStateException("No gallery has been chosen");
        }
        SearchResult found = searches.search(new SearchRequest(SearchScope.of(searched, CANDIDATES), given));
        return () -> show(given, searched, found);
    }

    private void show(Photo given, GalleryName searched, SearchResult found) {
        photo = given;
        drop.removeClassName("search-drop-large");
        results.removeAll();
        var asked = new SearchRequest(SearchScope.of(searched, CANDIDATES), given);
        results.add(summary(found), new WhatIf(searches, urls, asked, found));
    }

    private Span summary(SearchResult found) {
        var summary = new Span(getTranslation("search.summary", found.faces().size(), found.model()));
        summary.addClassNames("secondary", "search-summary");
        return summary;
    }
}
