package org.semblance.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A gallery on the server with a few demo people in it; gone again when this is closed. */
final class BenchGallery implements AutoCloseable {
    static final String NAME = "bench";
    private static final String PATH = "galleries/" + NAME;
    private static final String TITLE = "Made by ./semblance bench, deleted by it";
    private static final int PEOPLE = 5;

    private final ApiClient server;

    private BenchGallery(ApiClient server) {
        this.server = server;
    }

    static BenchGallery create(ApiClient server, Checkout checkout) {
        deleteOfEarlierRun(server);
        server.postJson(
                "galleries",
                Json.createObjectBuilder().add("name", NAME).add("title", TITLE).build());
        var gallery = new BenchGallery(server);
        try {
            gallery.enroll(checkout);
            return gallery;
        } catch (BenchmarkException e) {
            gallery.close();
            throw e;
        }
    }

    /** A run that was killed leaves its gallery behind; somebody else's gallery of that name is not touched. */
    private static void deleteOfEarlierRun(ApiClient server) {
        for (var gallery :
                ApiClient.parse(server.get("galleries")).getJsonArray("items").getValuesAs(JsonObject.class)) {
            if (gallery.getString("name").equals(NAME)) {
                if (!gallery.getString("title", "").equals(TITLE)) {
                    throw new BenchmarkException("The server has a gallery " + NAME + " that no benchmark made; "
                            + "run the benchmark against another server");
                }
                server.delete(PATH);
            }
        }
    }

    private void enroll(Checkout checkout) {
        for (var person : checkout.people().stream().limit(PEOPLE).toList()) {
            var wanted = Json.createObjectBuilder()
                    .add("gallery", NAME)
                    .add("name", person.getFileName().toString().replace('_', ' '))
                    .build();
            var created = server.postJson("persons", wanted);
            server.postPhoto(
                    "persons/" + created.getJsonNumber("id") + "/faces", checkout.read(person.resolve("1.jpg")));
        }
    }

    String name() {
        return NAME;
    }

    void search(JsonObject probe) {
        server.postJson("search", probe);
    }

    String search(byte[] jpeg) {
        return server.postPhoto("search?gallery=" + NAME, jpeg);
    }

    @Override
    public void close() {
        server.delete(PATH);
    }
}
