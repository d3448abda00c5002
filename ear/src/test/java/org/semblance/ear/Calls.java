package org.semblance.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.semblance.ear.ApiClient.Answer;

/** Requests made of nothing but the description of an operation. */
final class Calls {
    private Calls() {}

    /** A sound request about things that do not exist. */
    static Answer toNothing(ApiClient client, Endpoint endpoint) {
        return client.send(client.request(endpoint.pathToNothing())
                .header("Content-Type", endpoint.contentType())
                .method(endpoint.method(), body(endpoint)));
    }

    static BodyPublisher body(Endpoint endpoint) {
        if (endpoint.bodies().isEmpty()) {
            return BodyPublishers.noBody();
        }
        return endpoint.takesJson()
                ? BodyPublishers.ofString(endpoint.exampleBody().orElseThrow())
                : photo();
    }

    static BodyPublisher photo() {
        try {
            return BodyPublishers.ofFile(DemoPeople.picture(DemoPeople.names().get(0), 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
