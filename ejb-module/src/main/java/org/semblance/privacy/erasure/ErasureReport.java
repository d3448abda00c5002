package org.semblance.privacy.erasure;

import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.semblance.platform.Json;

/** What is told of an erasure: of the person no more than a pseudonym. */
record ErasureReport(Erasure erasure, List<ErasureStep> steps, Proof proof, Instant endedAt) {
    static final String FORMAT = "semblance-erasure-report-1";

    ErasureReport {
        steps = List.copyOf(steps);
    }

    String json() {
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("erasure", erasure.id().value())
                .add("subject", erasure.pseudonym().toString())
                .add("reason", erasure.reason().code())
                .add("requested_at", erasure.requestedAt().toString())
                .add(
                        "started_at",
                        Objects.requireNonNullElse(erasure.startedAt(), endedAt).toString())
                .add("ended_at", endedAt.toString())
                .add("job", Objects.requireNonNull(erasure.execution()).value())
                .add("erased", erased())
                .add("verification", proof.json())
                .add("kept", kept())
                .build()
                .toString();
    }

    private JsonArrayBuilder erased() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        steps.forEach(step -> all.add(Json.createObjectBuilder()
                .add("context", step.context())
                .add("rows", CountsJson.object(step.found()))
                .add(
                        "done_at",
                        Objects.requireNonNullElse(step.doneAt(), endedAt).toString())));
        return all;
    }

    /** What no erasure can or should reach, so that nobody believes that it did. */
    private static JsonArrayBuilder kept() {
        return Json.createArrayBuilder()
                .add(kept("audit_entry", "who did what, by the numbers of persons and faces, which lead nowhere now"))
                .add(kept("embedding_change", "the numbers of faces that every node is to forget, trimmed after a day"))
                .add(kept("backups", "as long as they are kept; erase again after a restore"))
                .add(kept("import directory", "pictures that people put there for jobs to read are theirs to remove"));
    }

    private static jakarta.json.JsonObjectBuilder kept(String what, String why) {
        return Json.createObjectBuilder().add("what", what).add("why", why);
    }
}
