package org.semblance.database;

import java.io.PrintStream;
import java.util.Map;

/**
 * Brings the schema of a database up to this program: {@code java -cp … org.semblance.database.Migrate}.
 *
 * <p>Reads SEMBLANCE_DB_URL, SEMBLANCE_DB_OWNER_USER (semblance_owner) and SEMBLANCE_DB_OWNER_PASSWORD or
 * SEMBLANCE_DB_OWNER_PASSWORD_FILE. Ends with 0 when the schema is up to date, with 1 and one line that says what to do
 * when it is not.
 */
public final class Migrate {
    private Migrate() {}

    public static void main(String[] args) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    static int run(Map<String, String> environment, PrintStream report, PrintStream complaints) {
        try {
            new SchemaMigration(OwnerLogin.from(environment), report).run();
            return 0;
        } catch (MigrationRefused refusal) {
            complaints.println("Not migrated. " + refusal.getMessage());
            return 1;
        }
    }
}
