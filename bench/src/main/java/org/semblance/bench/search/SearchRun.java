package org.semblance.bench.search;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.semblance.bench.BenchmarkException;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.gallery.search.KeptConnections;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Following;
import org.semblance.vision.Embedding;

/** Measures searches on a private PostgreSQL that goes with this process. */
public final class SearchRun {
    private static final long SLICE = Duration.ofSeconds(1).toNanos();
    private static final int ENOUGH_FOR_MEMORY = 4;

    /** Above this, exact answers take half a second and a graph takes an hour to build. */
    private static final int MANY = 200_000;

    private final PrintStream out;
    private final int probes;
    private final Optional<String> python;
    private final MigratedDatabase migrated = MigratedDatabase.fresh();
    private final KeptConnections database = new KeptConnections(migrated.app());

    /**
     * Measures with so many probes.
     *
     * @param python the Python that FAISS is asked of, where it is not the usual one
     */
    public SearchRun(PrintStream out, int probes, Optional<String> python) {
        this.out = out;
        this.probes = probes;
        this.python = python;
    }

    /** All ways on one gallery, probe by probe in turns, compared with comparing everything. */
    public void compare(int faces, boolean isCurved) {
        var gallery = load(faces, isCurved);
        out.printf(
                Locale.ROOT,
                "%n%,d faces, strangers %s%n",
                faces,
                isCurved ? "that may look alike" : "scattered evenly");
        try (var connection = database.getConnection()) {
            var ways = new Ways(database, gallery);
            List<Way> compared = List.of(
                    ways.sql(connection),
                    ways.planned("store: every face", Method.EXACT),
                    ways.planned("store: signs in the database", Method.BITS),
                    ways.service("service: memory, signs only", signsOnly(faces)),
                    ways.service("service: memory", -1));
            // With its own connection busy for the statement, everything else shares the next one.
            List<Embedding> asked = gallery.probes(probes);
            List<Finding> findings = inTurns(compared, asked, connection);
            for (int i = 0; i < compared.size(); i++) {
                for (int clients = 1; clients <= 2 && i > 0; clients++) {
                    findings.get(i).bySecond(clients, bySecond(compared.get(i), gallery, clients));
                }
            }
            out.print(Finding.HEADER);
            findings.forEach(out::print);
            if (isCurved && faces <= MANY) {
                out.print(byGraph(ways, gallery, compared.get(ENOUGH_FOR_MEMORY), connection));
            }
            new Faiss(out, python).compare(gallery, findings.get(ENOUGH_FOR_MEMORY), Math.min(probes, 100));
            verdict(findings);
        } catch (SQLException e) {
            throw new BenchmarkException("The database fails: " + e.getMessage(), e);
        }
    }

    /** By a graph index, which is built for it; compared with memory, whose answers are exact. */
    private Finding byGraph(Ways ways, LoadedGallery gallery, Way memory, Connection connection) throws SQLException {
        gallery.buildGraph(connection);
        List<Way> compared = List.of(memory, ways.planned("store: graph index (HNSW)", Method.GRAPH));
        Finding found = inTurns(compared, gallery.probes(probes), connection).get(1);
        for (int clients = 1; clients <= 2; clients++) {
            found.bySecond(clients, bySecond(compared.get(1), gallery, clients));
        }
        return found;
    }

    private LoadedGallery load(int faces, boolean isCurved) {
        var gallery = LoadedGallery.of(database, faces, new FaceVectors(isCurved, 11));
        try (var connection = migrated.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE semblance.embedding");
        } catch (SQLException e) {
            throw new BenchmarkException("The database fails: " + e.getMessage(), e);
        }
        return gallery;
    }

    /** Mebibytes that hold the signatures, but not the vectors. */
    private static long signsOnly(int faces) {
        return Math.max(1, faces * 130L / (1 << 20) + 1);
    }

    private List<Finding> inTurns(List<Way> ways, List<Embedding> asked, Connection connection) throws SQLException {
        List<Finding> findings =
                ways.stream().map(way -> new Finding(way.name(), asked.size())).toList();
        var own = new Cpu(backend(connection));
        long[] shared = new long[1];
        try (var other = database.getConnection()) {
            shared[0] = backend(other);
        }
        var others = new Cpu(shared[0]);
        for (int round = -10; round < asked.size(); round++) {
            Embedding probe = asked.get(Math.floorMod(round, asked.size()));
            long[] exact = new long[0];
            for (int i = 0; i < ways.size(); i++) {
                Cpu cpu = i == 0 ? own : others;
                long before = cpu.nanos();
                long begun = System.nanoTime();
                long[] found = nearest(ways.get(i), probe);
                long wall = System.nanoTime() - begun;
                exact = i == 0 ? found : exact;
                if (round >= 0) {
                    findings.get(i).time(wall, cpu.nanos() - before);
                    findings.get(i).compare(found, exact);
                }
            }
        }
        return findings;
    }

    private static long backend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long[] nearest(Way way, Embedding probe) {
        try {
            return way.search().nearest(probe);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException(way.name() + " was interrupted", e);
        } catch (Exception e) {
            throw new BenchmarkException(way.name() + " failed: " + e.getMessage(), e);
        }
    }

    private static double bySecond(Way way, LoadedGallery gallery, int clients) {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            long end = System.nanoTime() + SLICE;
            List<Future<Integer>> callers = new ArrayList<>();
            List<Embedding> asked = gallery.probes(20);
            for (int client = 0; client < clients; client++) {
                callers.add(threads.submit(() -> {
                    int done = 0;
                    while (System.nanoTime() < end) {
                        nearest(way, asked.get(done++ % asked.size()));
                    }
                    return done;
                }));
            }
            int all = 0;
            for (Future<Integer> caller : callers) {
                all += caller.get();
            }
            return all * 1e9 / SLICE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException(way.name() + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new BenchmarkException(way.name() + " failed: " + e.getCause(), e);
        } finally {
            threads.shutdown();
        }
    }

    private void verdict(List<Finding> findings) {
        double around = findings.get(1).wallMillis() / findings.get(0).wallMillis();
        out.printf(
                Locale.ROOT,
                "store to the same SQL: %.2f, %s the bar of 1.15; memory: %.3f ms CPU, recall@1 %.3f%n",
                around,
                around <= 1.15 ? "within" : "ABOVE",
                findings.get(ENOUGH_FOR_MEMORY).cpuMillis(),
                findings.get(ENOUGH_FOR_MEMORY).recall());
    }

    /** A gallery of a thousand, alone and beside a larger one. */
    public void neighbours(int faces) {
        var small = load(1000, true);
        try (var connection = database.getConnection()) {
            List<Way> ways = List.of(
                    new Ways(database, small).sql(connection),
                    new Ways(database, small).planned("1,000 faces, in the database", Method.EXACT),
                    new Ways(database, small).service("1,000 faces, in memory", -1));
            List<Finding> alone = inTurns(ways, small.probes(probes), connection);
            load(faces, true);
            List<Finding> beside = inTurns(ways, small.probes(probes), connection);
            out.printf(Locale.ROOT, "%nA small gallery beside %,d more faces in the shared partition%n", faces);
            for (int i = 1; i < ways.size(); i++) {
                out.printf(
                        Locale.ROOT,
                        "%-34s recall@1 %.3f then %.3f, CPU %.3f ms then %.3f ms%n",
                        ways.get(i).name(),
                        alone.get(i).recall(),
                        beside.get(i).recall(),
                        alone.get(i).cpuMillis(),
                        beside.get(i).cpuMillis());
            }
        } catch (SQLException e) {
            throw new BenchmarkException("The database fails: " + e.getMessage(), e);
        }
    }

    /** Milliseconds of the processor that the service takes in a gallery as small as the one that is asked over HTTP. */
    public double smallest() {
        var gallery = load(5, true);
        try (var connection = database.getConnection()) {
            var way = new Ways(database, gallery).service("5 faces, in memory", -1);
            List<Embedding> asked = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                asked.add(gallery.probe(i));
            }
            return inTurns(List.of(way), asked, connection).get(0).cpuMillis();
        } catch (SQLException e) {
            throw new BenchmarkException("The database fails: " + e.getMessage(), e);
        }
    }

    /** How long a face that one node stores is unknown to another. */
    public void freshness() {
        var gallery = load(1000, true);
        var rows = new GalleryRows(database);
        var memory = new Ways(database, gallery).memory(-1);
        var following = new Following(memory, database);
        var thread = new Thread(following);
        thread.start();
        EmbeddingStore there = Ways.tiered(database, memory, following);
        double[] millis = new double[50];
        var strangers = new FaceVectors(false, 99);
        for (int i = -5; i < millis.length; i++) {
            var face = new FaceId(rows.faces(gallery.id(), null, 1).get(0));
            var vector = Embedding.of(LoadedGallery.MODEL, strangers.face(i + 10, 0));
            var query = NearestQuery.of(gallery.id(), vector, 1);
            there.nearestFaces(query);
            rows.embed(List.of(face.value()), List.of(vector));
            long stored = System.nanoTime();
            while (!there.nearestFaces(query).found().get(0).face().equals(face)) {
                Thread.onSpinWait();
            }
            millis[Math.floorMod(i, millis.length)] = (System.nanoTime() - stored) / 1e6;
        }
        following.stop();
        Arrays.sort(millis);
        out.printf(
                Locale.ROOT,
                "%nStored by one node, found by another after %.1f ms (median), %.1f ms (95th), %.1f ms (longest)%n",
                millis[25],
                millis[47],
                millis[49]);
    }

    /** A tenth of the faces goes and as many come while others search. */
    public void churn(int faces) {
        new Churn(out, database).run(load(faces, true));
    }
}
