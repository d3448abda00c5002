package org.semblance.lookalike;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.ModelId;
import org.semblance.vision.product.OnnxProducts;

/** What a run of the job does: it plans, reads what users look like, and compares block by block. */
@Stateless
@LocalBean
@PermitAll
public class SimilarityWork {
    private static final int PAGE = 1000;

    private final UserFaces faces;
    private final SimilarityStates states;
    private final SimilarityLists lists;
    private final EmbeddingStore embeddings;
    private final SimilaritySettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SimilarityWork() {
        this(null, null, null, null, null);
    }

    @Inject
    public SimilarityWork(
            UserFaces faces,
            SimilarityStates states,
            SimilarityLists lists,
            EmbeddingStore embeddings,
            SimilaritySettings settings) {
        this.faces = faces;
        this.states = states;
        this.lists = lists;
        this.embeddings = embeddings;
        this.settings = settings;
    }

    /**
     * Writes down who has changed.
     *
     * @param everybody whether all are taken for changed
     * @return how many users the run looks at
     */
    public long plan(ModelId model, int most, boolean everybody) {
        Way way = way(faces.count(model));
        states.plan(new SimilarityPlan(model, way, most, everybody));
        return way == Way.EXACT && states.hasChanged() ? states.count() : states.countToDo();
    }

    /** Begins or goes on with what was planned. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UserComparison open(EmbedderInfo embedder, int most) {
        if (way(states.count()) == Way.INDEX) {
            return new IndexComparison(faces, embeddings, embedder.model(), most);
        }
        var all = new UserVectors(embedder.dimension());
        var changed = new UserVectors(embedder.dimension());
        List<UUID> page = faces.page(SimilarityStates.NOBODY, PAGE);
        while (!page.isEmpty()) {
            read(faces.looks(embedder.model(), Way.EXACT, page), all, changed);
            page = faces.page(page.get(page.size() - 1), PAGE);
        }
        return new ExactComparison(new OnnxProducts(settings.threads()), all, changed, most, lists::find);
    }

    private void read(List<UserLook> looks, UserVectors all, UserVectors changed) {
        List<UUID> moved = new ArrayList<>();
        for (UserLook look : looks) {
            UserVectors.direction(look.mean()).ifPresent(direction -> {
                all.add(look.user(), direction);
                if (look.isChanged()) {
                    changed.add(look.user(), direction);
                }
            });
            if (!look.isAsPlanned()) {
                moved.add(look.user());
            }
        }
        states.moved(moved);
    }

    /** See {@link UserComparison#compare}. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<AlikeList> compare(UserComparison comparison, List<UserState> users) {
        return comparison.compare(users);
    }

    /** Keeps what was found for a block, all of it or nothing; how many entries of lists are new or different. */
    public int keep(ModelId model, List<AlikeList> found) {
        int entries = lists.keep(found, model);
        states.computed(found);
        return entries;
    }

    private Way way(long users) {
        return users > settings.exactUsers() ? Way.INDEX : Way.EXACT;
    }
}
