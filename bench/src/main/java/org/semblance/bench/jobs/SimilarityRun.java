package org.semblance.bench.jobs;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.bench.search.FaceVectors;
import org.semblance.lookalike.ExactComparison;
import org.semblance.lookalike.UserState;
import org.semblance.lookalike.UserVectors;
import org.semblance.vision.product.OnnxProducts;
import org.semblance.vision.product.Rows;

/** Users compared with users, against the bare matrix product of the same blocks and against NumPy's. */
public final class SimilarityRun {
    private static final int MOST = 50;
    private static final int BLOCK = 512;
    private static final int LARGE = 20_000;
    private static final int WARM = 60_000;
    private static final double BAR = 0.5;

    private final PrintStream out;
    private final Numpy numpy;
    private final int threads = Runtime.getRuntime().availableProcessors();

    public SimilarityRun(PrintStream out, Optional<String> python) {
        this.out = out;
        this.numpy = new Numpy(out, python);
        out.printf(
                "%nUsers compared with users: the %d most similar of each, %d numbers a user, %d threads%n",
                MOST, FaceVectors.DIMENSION, threads);
        line("", "users", "seconds", "million pairs/s", "GFLOPS");
    }

    /** The whole computation with its lists, then what only multiplies; the best of some rounds each. */
    public void compare(int users) {
        int rounds = users > LARGE ? 1 : Math.max(5, WARM / users);
        List<float[]> directions = directions(users);
        double lists = Double.MAX_VALUE;
        double bare = Double.MAX_VALUE;
        try (var products = new OnnxProducts(threads);
                var comparison = comparison(directions)) {
            List<UserState> states = states(users);
            List<Rows> blocks = blocks(directions, UserVectors.BLOCK);
            List<Rows> lefts = blocks(directions, BLOCK);
            FloatBuffer target = direct(BLOCK * UserVectors.BLOCK);
            for (int round = 0; round < rounds; round++) {
                lists = Math.min(lists, seconds(() -> forEachBlock(states, comparison::compare)));
                bare = Math.min(
                        bare,
                        seconds(() ->
                                lefts.forEach(left -> blocks.forEach(right -> products.all(left, right, target)))));
            }
        }
        line("lists, as the job works them out", users, lists);
        line("matrix product alone, same library", users, bare);
        OptionalDouble theirs = numpy.seconds(users, BLOCK, threads);
        theirs.ifPresent(time -> line("matrix product by NumPy", users, time));
        double best = Math.min(bare, theirs.orElse(bare));
        out.printf(
                Locale.ROOT,
                "%,d users: %.2f of the faster matrix product, %s the bar of %.2f%n",
                users,
                best / lists,
                best / lists >= BAR ? "within" : "BELOW",
                BAR);
    }

    /** The same with reading the faces and writing the lists, and once more when one user has changed. */
    public void inDatabase(int users) {
        try (var database = new SimilarityDatabase(users)) {
            line("with the database, anew", users, seconds(() -> database.run(MOST)));
            database.changeOne();
            line("with the database, one has changed", users, seconds(() -> database.run(MOST)));
        }
    }

    static void forEachBlock(List<UserState> states, java.util.function.Consumer<List<UserState>> work) {
        for (int from = 0; from < states.size(); from += BLOCK) {
            work.accept(states.subList(from, Math.min(states.size(), from + BLOCK)));
        }
    }

    private static List<float[]> directions(int users) {
        var vectors = new FaceVectors(false, 5);
        List<float[]> directions = new ArrayList<>(users);
        for (int user = 0; user < users; user++) {
            directions.add(UserVectors.direction(vectors.face(user, 0)).orElseThrow());
        }
        return directions;
    }

    private ExactComparison comparison(List<float[]> directions) {
        var all = new UserVectors(FaceVectors.DIMENSION);
        for (int user = 0; user < directions.size(); user++) {
            all.add(new UUID(0, user), directions.get(user));
        }
        return new ExactComparison(new OnnxProducts(threads), all, all, MOST, nobody -> Map.of());
    }

    private static List<UserState> states(int users) {
        List<UserState> states = new ArrayList<>(users);
        for (int user = 0; user < users; user++) {
            states.add(new UserState(new UUID(0, user), true, false, null));
        }
        return states;
    }

    private static List<Rows> blocks(List<float[]> directions, int size) {
        List<Rows> blocks = new ArrayList<>();
        @Nullable Rows block = null;
        for (float[] direction : directions) {
            if (block == null || block.isFull()) {
                block = new Rows(size, FaceVectors.DIMENSION);
                blocks.add(block);
            }
            block.add(direction);
        }
        return blocks;
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private void line(String name, int users, double seconds) {
        double pairs = (double) users * users;
        line(
                name,
                String.format(Locale.ROOT, "%,d", users),
                String.format(Locale.ROOT, "%.3f", seconds),
                String.format(Locale.ROOT, "%.1f", pairs / seconds / 1e6),
                String.format(Locale.ROOT, "%.0f", 2 * FaceVectors.DIMENSION * pairs / seconds / 1e9));
    }

    private void line(String... cells) {
        out.printf("%-36s %10s %10s %16s %8s%n", (Object[]) cells);
    }
}
