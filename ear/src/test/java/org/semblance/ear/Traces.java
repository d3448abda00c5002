package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What the server under test still holds on somebody, wherever that may be. */
final class Traces {
    private static final int PATIENCE = 60;
    private static final String TABLES = """
            SELECT oid::regclass::text FROM pg_class
             WHERE relkind IN ('r', 'p') AND NOT relispartition
               AND relnamespace IN ('semblance'::regnamespace, 'jobs'::regnamespace)
            """;

    private Traces() {}

    /** An erasure that has come to its end. */
    static JsonObject ended(ApiClient client, String address) throws InterruptedException {
        String path = URI.create(address).getPath();
        for (int i = 0; i < 4 * PATIENCE; i++) {
            JsonObject erasure = client.get(path).json();
            if (erasure.containsKey("ended_at")) {
                return erasure;
            }
            Thread.sleep(250);
        }
        throw new AssertionError(path + " has not ended within " + PATIENCE + " s");
    }

    /** How many files the image store has. */
    static long files() throws IOException {
        try (Stream<Path> all = Files.walk(TestServer.get().data().resolve("images"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /** Every table, the audit trail included, that has the text in any column. */
    static List<String> tables(String text) throws SQLException {
        var found = new ArrayList<String>();
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        try (var connection = TestServer.get().database().superuser().getConnection();
                var tables = connection.createStatement();
                var counts = connection.createStatement();
                var names = tables.executeQuery(TABLES)) {
            while (names.next()) {
                String sql = "SELECT count(*) FROM " + names.getString(1) + " AS one WHERE strpos(one::text, '" + text
                        + "') > 0 OR strpos(one::text, '" + hex + "') > 0";
                try (var count = counts.executeQuery(sql)) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        found.add(names.getString(1));
                    }
                }
            }
        }
        return found;
    }
}
