package org.semblance.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Versions of the schema, as {@code yyyyMMdd.HHmm}: text order is their order in time.
 *
 * <p>Needs neither Flyway nor the migrations themselves, so that the server can compare what it was built with to what
 * it finds in the database.
 */
public final class SchemaVersion {
    /** The table in which Flyway keeps the applied migrations. */
    static final String HISTORY = "semblance.flyway_schema_history";

    /** Asks a migrated database for its version; without the history table it fails, before the first migration it is null. */
    public static final String INSTALLED_QUERY = "SELECT max(version) FROM " + HISTORY + " WHERE success";

    static final String RESOURCE = "newest-migration";

    private SchemaVersion() {}

    /** The newest migration in this program, written down by {@link MigrationIndex} during the build. */
    public static String newest() {
        try (InputStream resource = SchemaVersion.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The resource org/semblance/database/" + RESOURCE
                        + " is missing: build db-migrations with Maven");
            }
            return new String(resource.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
