package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.cluster.ClusterService;
import org.semblance.gallery.cluster.Proposal;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.storage.SignedUrls;

import static java.util.Objects.requireNonNull;

/** The proposals of a gallery in one state, some at a time; one that is decided goes. */
final class ProposalList extends Div {
    private static final int AT_A_TIME = 20;
    private static final long serialVersionUID = 1L;

    private final transient ClusterService clusters;
    private final transient SignedUrls urls;
    private transient @Nullable GalleryName gallery;
    private Proposal.State state = Proposal.State.OPEN;

    ProposalList(ClusterService clusters, SignedUrls urls) {
        this.clusters = clusters;
        this.urls = urls;
        addClassNames("cards", "wide-cards");
    }

    void show(GalleryName wanted, Proposal.State which) {
        gallery = wanted;
        state = which;
        removeAll();
        append(0);
        if (getComponentCount() == 0) {
            boolean isOpen = which == Proposal.State.OPEN;
            add(new EmptyState(
                    PortalIcon.PROPOSALS,
                    getTranslation(isOpen ? "proposals.empty" : "proposals.none"),
                    getTranslation(isOpen ? "proposals.empty.text" : "proposals.none.text")));
        }
    }

    private void append(long after) {
        var page = clusters.proposals(requireNonNull(gallery), state, after, AT_A_TIME);
        page.items().forEach(proposal -> add(card(proposal)));
        page.next()
                .ifPresent(next -> add(new Button(getTranslation("action.more"), event -> {
                    remove(event.getSource());
                    append(next);
                })));
    }

    private ProposalCard card(Proposal proposal) {
        var card = new ProposalCard(proposal, clusters, urls);
        card.accept.addClickListener(event -> {
            Proposal accepted = clusters.accept(proposal.id(), card.name());
            PersonId person = requireNonNull(accepted.person());
            done(card, getTranslation("proposals.accepted", PersonName.of(accepted.personName(), person)));
        });
        card.discard.addClickListener(event -> Confirmation.ask(
                getTranslation("proposals.discard.heading"),
                getTranslation("proposals.discard.text"),
                getTranslation("proposals.discard"),
                () -> {
                    clusters.discard(proposal.id());
                    done(card, getTranslation("proposals.discarded"));
                }));
        return card;
    }

    private void done(ProposalCard card, String text) {
        Notice.success(text);
        remove(card);
        if (getComponentCount() == 0) {
            show(requireNonNull(gallery), state);
        }
    }
}
