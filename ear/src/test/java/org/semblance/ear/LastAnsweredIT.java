package org.semblance.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs after all other tests against the server and compares what they were answered with what the API describes: no
 * promised status that nobody has seen, and none seen that is not promised.
 */
class LastAnsweredIT {
    /** An outage: DatabaseOutageIT provokes it at every operation, some of which need no database for what it asks. */
    private static final int UNAVAILABLE = 503;

    /** Shown by tests that do not call by way of {@link ApiClient}: the provider itself, a browser, the services. */
    private static final Set<String> SEEN_ELSEWHERE = Set.of(
            "POST /api/v1/auth/backchannel-logout 204",
            "POST /api/v1/auth/backchannel-logout 400",
            "GET /api/v1/users/{user}/identity-links 200",
            "POST /api/v1/users/{user}/identity-links 201",
            "DELETE /api/v1/users/{user}/identity-links/{link} 204");

    /** What HTTP itself answers: nothing new, and an address that nobody may send, whatever it leads to. */
    private static final Set<Integer> OF_HTTP = Set.of(304, 400);

    private final List<Endpoint> endpoints;
    private final List<String> answered;

    LastAnsweredIT() throws IOException {
        endpoints = Endpoint.all(Files.readString(description()));
        answered = Files.readAllLines(Answered.file());
    }

    static Path description() {
        return TestServer.target().resolve("openapi.json");
    }

    @Test
    void every_status_that_is_described_was_given() {
        List<String> unseen = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            var missing = new TreeSet<>(endpoint.statuses());
            missing.remove(UNAVAILABLE);
            answers(endpoint).forEach(missing::remove);
            missing.stream()
                    .map(status -> endpoint + " " + status)
                    .filter(answer -> !SEEN_ELSEWHERE.contains(answer))
                    .forEach(unseen::add);
        }

        assertThat(unseen).as("described, but no test was answered so").isEmpty();
    }

    @Test
    void every_status_that_was_given_is_described() {
        List<String> surprising = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            for (int status : answers(endpoint)) {
                if (!endpoint.answers(status) && !OF_HTTP.contains(status)) {
                    surprising.add(endpoint + " " + status);
                }
            }
        }

        assertThat(surprising).as("answered, but not described").isEmpty();
    }

    private Set<Integer> answers(Endpoint endpoint) {
        var statuses = new TreeSet<Integer>();
        for (String line : answered) {
            String[] words = line.split(" ", -1);
            boolean isMine = endpoint.isAddressed(words[0], words[1])
                    && endpoints.stream()
                            .filter(other -> other.isAddressed(words[0], words[1]))
                            .allMatch(other -> other.isLessExactThan(endpoint) || other.equals(endpoint));
            if (isMine) {
                statuses.add(Integer.valueOf(words[2]));
            }
        }
        return statuses;
    }
}
