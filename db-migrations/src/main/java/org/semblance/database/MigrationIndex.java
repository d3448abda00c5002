package org.semblance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Build step: writes the version of the newest migration to a resource, because a server cannot list its classpath. */
public final class MigrationIndex {
    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{8})_(\\d{4})__[a-z0-9_]+\\.sql");

    private MigrationIndex() {}

    /** Takes the directory of compiled classes as its only argument. */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Path resource = classes.resolve("org/semblance/database").resolve(SchemaVersion.RESOURCE);
        Files.writeString(resource, newestIn(classes.resolve("db/migration")) + "\n");
    }

    static String newestIn(Path migrations) throws IOException {
        try (var files = Files.list(migrations)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".sql.conf")) // how Flyway runs the file beside it
                    .map(MigrationIndex::versionOf)
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalStateException("No migration in " + migrations));
        }
    }

    static String versionOf(String fileName) {
        var matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    fileName + " is no migration: name it VyyyyMMdd_HHmm__<feature>_<change>.sql, in lower case");
        }
        return matcher.group(1) + "." + matcher.group(2);
    }
}
