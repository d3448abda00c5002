package org.semblance.database;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class MigrateTest {
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void asks_for_the_address_of_the_database() {
        assertThat(complaint())
                .isEqualTo("Not migrated. SEMBLANCE_DB_URL is not set:"
                        + " set it to jdbc:postgresql://<host>:<port>/<database>\n");
    }

    @Test
    void knows_only_postgresql() {
        environment.put("SEMBLANCE_DB_URL", "jdbc:h2:mem:semblance");

        assertThat(complaint()).contains("SEMBLANCE_DB_URL must begin with jdbc:postgresql:");
    }

    @Test
    void asks_for_the_password_of_the_owner() {
        environment.put("SEMBLANCE_DB_URL", "jdbc:postgresql://127.0.0.1/semblance");

        assertThat(complaint()).contains("SEMBLANCE_DB_OWNER_PASSWORD is not set", "SEMBLANCE_DB_OWNER_PASSWORD_FILE");
    }

    @Test
    void says_when_the_password_file_cannot_be_read() {
        environment.put("SEMBLANCE_DB_URL", "jdbc:postgresql://127.0.0.1/semblance");
        environment.put("SEMBLANCE_DB_OWNER_PASSWORD_FILE", "/does/not/exist");

        assertThat(complaint()).contains("Cannot read /does/not/exist");
    }

    @Test
    void takes_the_password_from_a_file_and_never_shows_it(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "secret\n");
        environment.put("SEMBLANCE_DB_URL", "jdbc:postgresql://127.0.0.1/semblance?sslpassword=hidden");
        environment.put("SEMBLANCE_DB_OWNER_PASSWORD_FILE", file.toString());

        OwnerLogin login = OwnerLogin.from(environment);

        assertThat(login.password()).isEqualTo("secret");
        assertThat(login).hasToString("semblance_owner at jdbc:postgresql://127.0.0.1/semblance");
    }

    private String complaint() {
        var complaints = new ByteArrayOutputStream();
        var stream = new PrintStream(complaints, true, UTF_8);
        assertThat(Migrate.run(environment, stream, stream)).isEqualTo(1);
        return complaints.toString(UTF_8);
    }
}
