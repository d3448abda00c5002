package org.semblance.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.semblance.TestTransaction;

/** A server that stores two images, deletes two others, and is killed at a given step. */
public final class DyingWriter {
    /** Where it dies. */
    enum Step {
        INTENT,
        HALF_A_FILE,
        FIRST_FILE,
        FILES,
        ROWS,
        COMMIT,
        ROWS_DELETED,
        DELETION_COMMITTED,
        ONE_FILE_DELETED,
        NEVER
    }

    static final int DEAD = 42;

    private final Step last;
    private final DataSource database;
    private final FileImageStore files;

    private DyingWriter(Step last, DataSource database, String directory) {
        this.last = last;
        this.database = database;
        var settings = new StorageSettings(directory, "unused", Duration.ofMinutes(1), 0);
        this.files = new FileImageStore(settings) {
            private boolean begun;
            private boolean completed;

            @Override
            void begin(ImageKey key, byte[] bytes) throws IOException {
                if (!begun) {
                    reached(Step.INTENT);
                }
                if (last == Step.HALF_A_FILE) {
                    beginToWrite(Path.of(directory, "test"));
                }
                super.begin(key, bytes);
                begun = true;
            }

            @Override
            void complete(ImageKey key) throws IOException {
                if (completed) {
                    reached(Step.FIRST_FILE);
                }
                super.complete(key);
                completed = true;
            }

            @Override
            boolean delete(ImageKey key) {
                boolean deleted = super.delete(key);
                reached(Step.ONE_FILE_DELETED);
                return deleted;
            }
        };
    }

    /** Step, address of the database, user, directory of the images; the password comes by the environment. */
    public static void main(String... arguments) {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[1]);
        database.setUser(arguments[2]);
        database.setPassword(System.getenv("DYING_WRITER_PASSWORD"));
        new DyingWriter(Step.valueOf(arguments[0]), database, arguments[3]).run();
    }

    private void run() {
        var images = new IntentImageStore(files, new ImageIntents(database));
        List<NewImage> two = List.of(image("a"), image("b"));
        images.putAll(two);
        reached(Step.FILES);
        TestTransaction.in(database, transaction -> {
            two.forEach(new ImageTable(transaction)::insert);
            reached(Step.ROWS);
            return true;
        });
        reached(Step.COMMIT);
        TestTransaction.in(database, transaction -> {
            two.forEach(new ImageTable(transaction)::delete);
            reached(Step.ROWS_DELETED);
            return true;
        });
        reached(Step.DELETION_COMMITTED);
        images.deleteAll(two.stream().map(NewImage::key).toList());
    }

    private void beginToWrite(Path directory) {
        try {
            Files.write(Files.createDirectories(directory).resolve(".a.png.tmp"), new byte[4]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reached(Step.HALF_A_FILE);
    }

    private void reached(Step step) {
        if (step == last) {
            Runtime.getRuntime().halt(DEAD);
        }
    }

    private static NewImage image(String name) {
        return new NewImage(new ImageKey("test/" + name + ".png"), new byte[9], "image/png", 3, 3, Retention.ENROLLED);
    }
}
