package org.semblance.bench.search;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.semblance.bench.BenchmarkException;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.gallery.search.KeptConnections;
import org.semblance.gallery.search.memory.Halves;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** A gallery of so many faces, five of each person, copied straight into the database. */
public final class LoadedGallery {
    public static final ModelId MODEL = new ModelId("bench/embedder");
    static final int FACES_OF_A_PERSON = 5;
    private static final int BATCH = 5000;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final String PERSONS =
            "INSERT INTO person (gallery_id) SELECT ? FROM generate_series(1, ?) RETURNING id";
    private static final String FACES = """
            INSERT INTO face (person_id, gallery_id, image_id, crop_image_id, box_x, box_y, box_width, box_height,
                              landmarks, confidence, quality)
            SELECT person.id, gallery_id, image.id, image.id, 0, 0, 1, 1, array_fill(0::real, ARRAY[10]), 1, 1
              FROM person CROSS JOIN generate_series(1, ?) CROSS JOIN (SELECT min(id) AS id FROM image) AS image
             WHERE gallery_id = ? AND person.id >= ? AND person.id < ? ORDER BY person.id
            """;

    private final long id;
    private final int faces;
    private final FaceVectors vectors;

    private LoadedGallery(long id, int faces, FaceVectors vectors) {
        this.id = id;
        this.faces = faces;
        this.vectors = vectors;
    }

    public static LoadedGallery of(KeptConnections database, int faces, FaceVectors vectors) {
        var rows = new GalleryRows(database);
        long id = rows.gallery();
        int persons = faces / FACES_OF_A_PERSON;
        rows.run("INSERT INTO model (name, dimension) VALUES (?, ?) ON CONFLICT DO NOTHING", MODEL.value(), 512);
        rows.run(PERSONS, id, persons);
        long first = rows.one("SELECT min(id) FROM person WHERE gallery_id = ?", id);
        long last = rows.one("SELECT max(id) FROM person WHERE gallery_id = ?", id);
        // No statement may take longer than the application's role is allowed to.
        for (long from = first; from <= last; from += BATCH) {
            rows.run(FACES, FACES_OF_A_PERSON, id, from, from + BATCH);
        }
        var gallery = new LoadedGallery(id, persons * FACES_OF_A_PERSON, vectors);
        try (var connection = database.getConnection()) {
            gallery.copy(rows, connection);
        } catch (SQLException | IOException e) {
            throw new BenchmarkException("The gallery cannot be filled: " + e.getMessage(), e);
        }
        return gallery;
    }

    long id() {
        return id;
    }

    int faces() {
        return faces;
    }

    /** Another photo of somebody in the gallery. */
    Embedding probe(int number) {
        int person = (int) (number * 7919L % (faces / FACES_OF_A_PERSON));
        return Embedding.of(MODEL, vectors.face(person, FACES_OF_A_PERSON + 1 + number));
    }

    List<Embedding> probes(int count) {
        List<Embedding> probes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            probes.add(probe(i));
        }
        return probes;
    }

    float[] vector(int face) {
        return vectors.face(face / FACES_OF_A_PERSON, face % FACES_OF_A_PERSON);
    }

    /** Gives the gallery a partition and a graph index, as the nightly upkeep does where it is configured. */
    void buildGraph(Connection connection) throws SQLException {
        try (var patience = connection.createStatement();
                var build = connection.prepareStatement(
                        "SELECT part_embeddings(?), build_embedding_graph(?, (SELECT id FROM model WHERE name = ?))")) {
            patience.execute("SET statement_timeout = 0");
            build.setLong(1, id);
            build.setLong(2, id);
            build.setString(3, MODEL.value());
            build.execute();
        }
    }

    private void copy(GalleryRows rows, Connection connection) throws SQLException, IOException {
        List<long[]> stored = stored(connection);
        long model = rows.one("SELECT id FROM model WHERE name = ?", MODEL.value());
        for (int from = 0; from < stored.size(); from += BATCH) {
            rows.copy(
                    "COPY embedding (face_id, model_id, gallery_id, person_id, vector) FROM STDIN (FORMAT binary)",
                    batch(stored, from, model));
        }
        try (var statement = connection.createStatement()) {
            statement.execute("DELETE FROM embedding_change");
        }
    }

    private byte[] batch(List<long[]> stored, int from, long model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        out.writeLong(0);
        for (int i = from; i < Math.min(from + BATCH, stored.size()); i++) {
            out.writeShort(5);
            for (long number : new long[] {stored.get(i)[0], model, id, stored.get(i)[1]}) {
                out.writeInt(Long.BYTES);
                out.writeLong(number);
            }
            var halfvec = ByteBuffer.allocate(4 + 2 * FaceVectors.DIMENSION);
            Halves.write(Halves.of(vector(i)), halfvec);
            out.writeInt(halfvec.capacity());
            out.write(halfvec.array());
        }
        out.writeShort(-1);
        return bytes.toByteArray();
    }

    private List<long[]> stored(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT id, person_id FROM face WHERE gallery_id = ? ORDER BY person_id, id")) {
            select.setLong(1, id);
            List<long[]> stored = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    stored.add(new long[] {rows.getLong(1), rows.getLong(2)});
                }
            }
            return stored;
        }
    }
}
