package org.semblance.gallery.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.cluster.ClusterRequest;
import org.semblance.gallery.cluster.ClusterRun;
import org.semblance.gallery.cluster.ClusterService;
import org.semblance.gallery.cluster.Proposal.State;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.storage.SignedUrls;

import static java.util.Objects.requireNonNull;

/** Unknown faces of a gallery that look like one person, for somebody to decide about. */
@CdiComponent
@Route(value = "proposals/:gallery?", layout = MainLayout.class)
@Menu(title = "proposals.title", order = 140, icon = "PROPOSALS")
@RolesAllowed(Permissions.PERSON_READ)
public class ProposalsView extends Div implements BeforeEnterObserver, TitledView {
    private static final String STATE = "state";
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final transient ClusterService clusters;
    final GalleryPicker picker;
    final Select<State> state = new Select<>();
    final Button cluster = new Button(getTranslation("proposals.cluster"), event -> cluster());
    final ProposalList cards;
    private final Div toolbar = new Div();
    private @Nullable GalleryName gallery;

    @Inject
    public ProposalsView(GalleryService galleries, ClusterService clusters, SignedUrls urls) {
        this.galleries = galleries;
        this.clusters = clusters;
        this.picker = new GalleryPicker(galleries);
        addClassName("view");
        picker.onChosen(name -> open(name, state.getValue()));
        state.setLabel(getTranslation("proposals.state"));
        state.setItems(State.OPEN, State.ACCEPTED, State.DISCARDED);
        state.setItemLabelGenerator(one -> getTranslation("proposals.state." + one.code()));
        state.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                open(requireNonNull(gallery), event.getValue());
            }
        });
        cluster.setVisible(PortalSession.permits(Permissions.PERSON_EDIT));
        toolbar.addClassName("toolbar");
        toolbar.add(picker, state, cluster);
        cards = new ProposalList(clusters, urls);
        add(toolbar, cards);
    }

    @Override
    public String title() {
        return getTranslation("proposals.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<GalleryName> chosen = picker.enter(event);
        NoGalleries.cover(this, picker.isWithoutGalleries(), galleries, toolbar, cards);
        state.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(STATE)
                .map(State::of)
                .orElse(State.OPEN));
        chosen.ifPresent(name -> {
            gallery = name;
            cards.show(name, state.getValue());
        });
    }

    private static void open(GalleryName gallery, State wanted) {
        var query = wanted == State.OPEN ? QueryParameters.empty() : QueryParameters.of(STATE, wanted.code());
        UI.getCurrent()
                .navigate(ProposalsView.class, new RouteParameters(PersonsAddress.GALLERY, gallery.value()), query);
    }

    private void cluster() {
        var request = new ClusterRequest(requireNonNull(gallery), null, ClusterRequest.DEFAULT_MIN_FACES);
        ClusterRun run = clusters.cluster(request);
        boolean isDone = run.state() != ClusterRun.State.RUNNING;
        Notice.success(getTranslation(isDone ? "proposals.clustered" : "proposals.clustering"));
        cards.show(requireNonNull(gallery), state.getValue());
    }
}
