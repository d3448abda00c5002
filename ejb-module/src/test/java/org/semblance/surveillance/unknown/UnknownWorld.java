package org.semblance.surveillance.unknown;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.CropFaces;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryScopes;
import org.semblance.gallery.GalleryStores;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.Suggestions;
import org.semblance.gallery.search.FaceComparison;
import org.semblance.platform.Statements;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageStore;
import org.semblance.storage.NewImage;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Detection;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.Findings;
import org.semblance.vision.FoundFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.ModelId;
import org.semblance.vision.Photo;
import org.semblance.vision.Quality;
import org.semblance.vision.Thresholds;

/** A gallery whose threshold is 0.5, with a camera before which made-up people walk by. */
public final class UnknownWorld {
    public static final ModelId MODEL = new ModelId("test/embedder");
    public static final Instant NOON = GalleryStores.NOON;
    public static final DetectedFace DETECTED = new DetectedFace(
            new Box(100, 80, 60, 80), new Landmarks(115, 110, 145, 110, 130, 125, 118, 140, 142, 140), 0.9f);

    public final GalleryStores stores;
    public final long gallery;
    public final GalleryName name;
    public final CameraId camera;
    public final CameraName cameraName;
    public final FaceComparison comparison;
    public final CropFaces crops;
    public final GalleryScopes scopes;
    public final UnknownFaces unknown;
    public final UnknownRows rows;
    public final Suggestions suggestions;
    public final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Random random = new Random(11);

    public UnknownWorld(GalleryStores stores) {
        this.stores = stores;
        String id = UUID.randomUUID().toString();
        name = new GalleryName(id);
        cameraName = new CameraName("cam-" + id);
        gallery = number(
                "INSERT INTO gallery (name, title, threshold, min_faces) VALUES (?, 'Test', 0.5, 3) RETURNING id", id);
        camera = new CameraId(number("""
                INSERT INTO camera (name, title, gallery_id, min_quality, requires_liveness, sighting_seconds,
                                    keeps_unknown, learns, is_enabled, created_at)
                VALUES (?, 'Door', ?, 0.3, false, 30, true, true, true, now()) RETURNING id
                """, cameraName.value(), gallery));
        var database = stores.current();
        comparison = new FaceComparison(database);
        crops = new CropFaces(database, stores.embeddings, stores.announced::add, clock);
        scopes = new GalleryScopes(stores.galleries, new NoPhotos());
        unknown = new UnknownFaces(database, scopes, new UnknownSettings(0), comparison, crops);
        rows = new UnknownRows(database);
        suggestions = new Suggestions(scopes, comparison, stores.embeddings, stores.persons, stores.faces);
    }

    /** What the embedder says of somebody. */
    public synchronized Embedding look() {
        float[] values = new float[512];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(MODEL, values);
    }

    /** Another picture, of the given similarity. */
    public Embedding like(Embedding one, double similarity) {
        float[] other = look().values();
        float[] along = one.values();
        double shared = 0;
        for (int i = 0; i < along.length; i++) {
            shared += along[i] * other[i];
        }
        double across = Math.sqrt(1 - shared * shared);
        float[] mixed = new float[along.length];
        for (int i = 0; i < mixed.length; i++) {
            double perpendicular = (other[i] - shared * along[i]) / across;
            mixed[i] = (float) (similarity * along[i] + Math.sqrt(1 - similarity * similarity) * perpendicular);
        }
        return Embedding.of(MODEL, mixed);
    }

    public AnalyzedFace analyzed(Embedding look, double quality) {
        var black = new Bitmap(AlignedFace.SIDE, AlignedFace.SIDE, new byte[3 * AlignedFace.SIDE * AlignedFace.SIDE]);
        return new AnalyzedFace(DETECTED, new AlignedFace(black), new Quality(quality, Set.of()), look);
    }

    public StrangerSeen seen(UUID sighting, Embedding look, double quality) {
        return seen(sighting, look, quality, NOON);
    }

    public StrangerSeen seen(UUID sighting, Embedding look, double quality, Instant at) {
        return new StrangerSeen(sighting, camera, gallery, at, DETECTED, quality, look, image());
    }

    /** A sighting of its own. */
    public KeptFace keep(Embedding look) {
        return keep(seen(UUID.randomUUID(), look, 0.7));
    }

    public KeptFace keep(StrangerSeen seen) {
        return stores.in(() -> unknown.keep(seen));
    }

    public UnknownFace face(FaceId face) {
        return stores.in(() -> rows.find(List.of(face))).get(0);
    }

    public Stranger stranger(StrangerId stranger) {
        return stores.in(() -> rows.require(stranger));
    }

    /** Somebody enrolled with so many pictures, each 0.9 similar to the look. */
    public PersonId person(@Nullable String called, Embedding look, int faces) {
        var person = new PersonId(
                number("INSERT INTO person (gallery_id, name) VALUES (?, ?) RETURNING id", gallery, called));
        for (int i = 0; i < faces; i++) {
            given(person, like(look, 0.9));
        }
        return person;
    }

    /** A face that people gave to a person. */
    public FaceId given(PersonId person, Embedding look) {
        long image = image();
        var face = new FaceId(number(
                "INSERT INTO face (gallery_id, person_id, image_id, crop_image_id, box_x, box_y, box_width, box_height,"
                        + " landmarks, confidence, quality)"
                        + " VALUES (?, ?, ?, ?, 0, 0, 1, 1, array_fill(0::real, ARRAY[10]), 0.9, 0.8) RETURNING id",
                gallery,
                person.value(),
                image,
                image));
        stores.run(() -> stores.embeddings.add(face, look));
        return face;
    }

    public long image() {
        return number(
                "INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class)"
                        + " VALUES (?, sha256('x'), 'image/png', 7, 112, 112, 'temporary') RETURNING id",
                "images/unknown/2026-01-01/" + UUID.randomUUID() + ".png");
    }

    public ImageKey key(long image) {
        return new ImageKey(text("SELECT key FROM image WHERE id = ?", image));
    }

    public long number(String sql, @Nullable Object... values) {
        return statements().first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    public String text(String sql, @Nullable Object... values) {
        return statements().first(sql, row -> row.getString(1), values).orElseThrow();
    }

    public void change(String sql, @Nullable Object... values) {
        statements().change(sql, values);
    }

    private Statements statements() {
        return new Statements(stores.database.app());
    }

    /** All at the same moment, each on a thread of its own. */
    public static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var together = new CountDownLatch(calls.size());
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls.stream()
                    .map(call -> (Callable<T>) () -> {
                        together.countDown();
                        together.await();
                        return call.call();
                    })
                    .toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** An image store in memory. */
    public static final class Files implements ImageStore {
        public final Set<ImageKey> keys = ConcurrentHashMap.newKeySet();

        @Override
        public void putAll(List<NewImage> images) {
            images.forEach(image -> keys.add(image.key()));
        }

        @Override
        public byte[] get(ImageKey key) {
            throw new UnsupportedOperationException("Nobody looks at pictures here");
        }

        @Override
        public void deleteAll(Collection<ImageKey> gone) {
            keys.removeAll(gone);
        }

        @Override
        public void takeBack(Collection<ImageKey> gone) {
            deleteAll(gone);
        }

        @Override
        public void checkWritable() {
            // There is always room.
        }
    }

    /** Models that only say what they are. */
    public static final class NoPhotos implements FaceAnalysis {
        @Override
        public Detection detect(Photo photo, DetectOptions options) {
            throw new UnsupportedOperationException("There are no photos here");
        }

        @Override
        public Findings find(Photo photo, DetectOptions options) {
            throw new UnsupportedOperationException("There are no photos here");
        }

        @Override
        public List<AnalyzedFace> embed(List<FoundFace> faces) {
            throw new UnsupportedOperationException("There are no photos here");
        }

        @Override
        public EmbedderInfo embedder() {
            return new EmbedderInfo(MODEL, 512, "00", Thresholds.of(0.3, 0.4, 0.5));
        }
    }
}
