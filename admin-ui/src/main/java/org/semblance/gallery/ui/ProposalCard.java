package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.cluster.ClusterService;
import org.semblance.gallery.cluster.Proposal;
import org.semblance.gallery.cluster.ProposedFace;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.storage.SignedUrls;

/** Unknown faces that look like one person: what they look like, whose they seem to be, and what to do about it. */
final class ProposalCard extends Div {
    private static final int AT_A_TIME = 12;
    private static final long serialVersionUID = 1L;

    private final transient ClusterService clusters;
    private final transient SignedUrls urls;
    private final Div faces = new Div();
    final TextField name = new TextField(getTranslation("proposals.name"));
    final Button accept = new Button(PortalIcon.CHECK.create());
    final Button discard = new Button(getTranslation("proposals.discard"));

    ProposalCard(Proposal proposal, ClusterService clusters, SignedUrls urls) {
        this.clusters = clusters;
        this.urls = urls;
        addClassNames("card", "proposal-card");
        faces.addClassName("face-tiles");
        name.setHelperText(getTranslation("proposals.name.help"));
        name.setVisible(proposal.person() == null);
        accept.setText(getTranslation(proposal.person() == null ? "proposals.found" : "proposals.assign"));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(header(proposal), faces);
        append(proposal, 0);
        if (proposal.state() == Proposal.State.OPEN && PortalSession.permits(Permissions.PERSON_EDIT)) {
            var actions = new Div(name, accept, discard);
            actions.addClassName("job-actions");
            add(actions);
        }
    }

    /** The name that was given, if any. */
    @Nullable
    String name() {
        return name.getValue().isBlank() ? null : name.getValue().strip();
    }

    private Component header(Proposal proposal) {
        var details =
                new Span(getTranslation("proposals.row", proposal.faces(), LocalFormat.format(proposal.confidence())));
        details.addClassName("secondary");
        var header = new Div(new Div(new H2(whose(proposal)), details));
        header.addClassName("card-header");
        if (proposal.state() != Proposal.State.OPEN) {
            header.add(new Badge(
                    Badge.Tone.NEUTRAL,
                    getTranslation("proposals.state." + proposal.state().code())));
        }
        return header;
    }

    private Component whose(Proposal proposal) {
        if (proposal.person() == null) {
            return new Span(getTranslation("proposals.somebody"));
        }
        var address = new PersonsAddress(proposal.gallery(), Optional.of(proposal.person()), "");
        return new RouterLink(
                PersonName.of(proposal.personName(), proposal.person()), PersonsView.class, address.parameters());
    }

    private void append(Proposal proposal, long after) {
        var page = clusters.faces(proposal.id(), after, AT_A_TIME);
        for (ProposedFace face : page.items()) {
            String similarity = getTranslation("proposals.similarity", LocalFormat.format(face.similarity()));
            var picture = new Image(urls.sign(face.crop()), similarity);
            picture.setTitle(similarity);
            var tile = new Div(picture);
            tile.addClassName("face-tile");
            faces.add(tile);
        }
        page.next().ifPresent(next -> {
            var more = new Button(getTranslation("action.more"), event -> {
                remove(event.getSource());
                append(proposal, next);
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            addComponentAtIndex(2, more);
        });
    }
}
