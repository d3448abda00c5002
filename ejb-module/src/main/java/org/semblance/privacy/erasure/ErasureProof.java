package org.semblance.privacy.erasure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.Filter;
import org.semblance.gallery.search.NearFace;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.personaldata.PersonalInventory;
import org.semblance.personaldata.PersonalSql;
import org.semblance.personaldata.Subject;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageNotFoundException;
import org.semblance.storage.ImageStore;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** Looks for somebody who has been erased: by searches, in every table and in the image store. */
@ApplicationScoped
public class ErasureProof {
    private static final int MOST_PROBES = 50;
    private static final int NEAREST = 10;

    /** Until every change has reached the memory of this node. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final String EMBEDDED = """
            SELECT face_id, gallery_id, model.name FROM semblance.embedding JOIN semblance.model ON model.id = model_id
             WHERE person_id = ANY (:persons) ORDER BY model_id DESC, face_id DESC LIMIT %d
            """.formatted(MOST_PROBES);

    private final PersonalInventory inventory;
    private final EmbeddingStore embeddings;
    private final ImageStore images;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ErasureProof() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ErasureProof(PersonalInventory inventory, EmbeddingStore embeddings, ImageStore images) {
        this.inventory = inventory;
        this.embeddings = embeddings;
        this.images = images;
    }

    private record Embedded(FaceId face, long gallery, ModelId model) {}

    /** To be asked before anything is removed. */
    FormerEmbeddings remember(Subject subject) {
        List<Embedded> embedded = new PersonalSql(EMBEDDED)
                .list(
                        database,
                        row -> new Embedded(new FaceId(row.getLong(1)), row.getLong(2), new ModelId(row.getString(3))),
                        subject);
        if (embedded.isEmpty()) {
            String why = subject.faces().isEmpty()
                    ? "the person had no faces"
                    : "the erasure was cut short before, and embeddings are not kept for this";
            return new FormerEmbeddings(0, List.of(), why);
        }
        List<Embedding> probes = embedded.stream()
                .flatMap(one -> embeddings.find(one.face(), one.model()).stream())
                .toList();
        return new FormerEmbeddings(embedded.get(0).gallery(), probes, "");
    }

    /** Fails when anything is found. */
    Proof verify(Subject subject, FormerEmbeddings former) {
        Map<String, Long> left = inventory.contexts().stream()
                .flatMap(context -> inventory.count(context, subject).entrySet().stream())
                .filter(table -> table.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        require(left.isEmpty(), "rows are left in " + left);
        long files = subject.files().stream().filter(this::exists).count();
        require(files == 0, files + " pictures are left in the image store");
        former.probes()
                .forEach(probe -> require(isFoundByNoSearch(subject, former.gallery(), probe), "a search finds them"));
        int tables = (int) inventory.contexts().stream()
                .mapToLong(context -> context.tables().size())
                .sum();
        var searches = new Proof.Searches(former.probes().size(), former.skipped());
        return new Proof(tables, subject.files().size(), searches);
    }

    private boolean isFoundByNoSearch(Subject subject, long gallery, Embedding probe) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean isFound = isFound(subject, gallery, probe);
        while (isFound && System.nanoTime() - end < 0) {
            pause();
            isFound = isFound(subject, gallery, probe);
        }
        return !isFound;
    }

    private boolean isFound(Subject subject, long gallery, Embedding probe) {
        return Stream.of(true, false)
                .map(exact -> new NearestQuery(gallery, probe, NEAREST, Filter.NONE, exact))
                .flatMap(query -> embeddings.nearestFaces(query).found().stream())
                .anyMatch(near -> isTheirs(subject, near));
    }

    private static boolean isTheirs(Subject subject, NearFace near) {
        return subject.faces().contains(near.face().value())
                || (near.person() != null
                        && subject.persons().contains(near.person().value()));
    }

    private boolean exists(String file) {
        try {
            return images.get(new ImageKey(file)).length > 0;
        } catch (ImageNotFoundException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The erasure was interrupted", e);
        }
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalStateException("The erasure is not complete: " + otherwise);
        }
    }
}
