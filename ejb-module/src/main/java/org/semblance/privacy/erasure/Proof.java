package org.semblance.privacy.erasure;

import jakarta.json.JsonObjectBuilder;
import org.semblance.platform.Json;

/**
 * What was looked for after an erasure, and not found.
 *
 * @param tables how many tables hold something of persons
 * @param files how many pictures there had been
 * @param searches what a search with each former embedding came to
 */
record Proof(int tables, int files, Searches searches) {

    /**
     * Searches with what the person looked like to the model.
     *
     * @param probes how many embeddings were searched with, each in memory and in the database
     * @param skipped why there were none; empty when there were
     */
    record Searches(int probes, String skipped) {}

    JsonObjectBuilder json() {
        JsonObjectBuilder search = Json.createObjectBuilder().add("probes", searches.probes());
        if (searches.skipped().isEmpty()) {
            search.add("found", 0);
        } else {
            search.add("skipped", searches.skipped());
        }
        return Json.createObjectBuilder()
                .add("tables", Json.createObjectBuilder().add("scanned", tables).add("rows_left", 0))
                .add(
                        "files",
                        Json.createObjectBuilder().add("looked_for", files).add("left", 0))
                .add("searches", search);
    }
}
