package org.semblance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** How to reach the database as the role that owns the schema. */
record OwnerLogin(String url, String user, String password) {
    private static final String PASSWORD = "SEMBLANCE_DB_OWNER_PASSWORD";

    static OwnerLogin from(Map<String, String> environment) {
        String url = environment.getOrDefault("SEMBLANCE_DB_URL", "");
        if (url.isBlank()) {
            throw new MigrationRefused(
                    "SEMBLANCE_DB_URL is not set: set it to jdbc:postgresql://<host>:<port>/<database>");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new MigrationRefused("SEMBLANCE_DB_URL must begin with jdbc:postgresql: as in"
                    + " jdbc:postgresql://<host>:<port>/<database>");
        }
        return new OwnerLogin(
                url, environment.getOrDefault("SEMBLANCE_DB_OWNER_USER", "semblance_owner"), passwordIn(environment));
    }

    private static String passwordIn(Map<String, String> environment) {
        String password = environment.get(PASSWORD);
        if (password != null) {
            return password;
        }
        String file = environment.get(PASSWORD + "_FILE");
        if (file == null) {
            throw new MigrationRefused(PASSWORD + " is not set: set it, or " + PASSWORD
                    + "_FILE to a file that holds the password of the schema's owner");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new MigrationRefused(
                    "Cannot read " + file + ", named by " + PASSWORD + "_FILE: check that it exists and is readable",
                    e);
        }
    }

    Connection connect() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "semblance-migrate");
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new MigrationRefused(refusal(e), e);
        }
    }

    private String refusal(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                "The database refused the user " + user + ": check SEMBLANCE_DB_OWNER_USER and " + PASSWORD + " ("
                        + firstLine(failure) + ")";
            case "3D000" ->
                "The database of " + place() + " does not exist: make it with prepare.sql, or check SEMBLANCE_DB_URL";
            case "57P03" -> "The database at " + place() + " is still starting or stopping: try again in a moment";
            default ->
                "Cannot connect to " + place() + ": start the database, or check SEMBLANCE_DB_URL ("
                        + firstLine(failure) + ")";
        };
    }

    /** The address without parameters, because they may hold secrets. */
    private String place() {
        return url.replaceFirst("\\?.*", "");
    }

    static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }

    @Override
    public String toString() {
        return user + " at " + place();
    }
}
