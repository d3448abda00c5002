package org.semblance.ear;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of the API, as its own description tells it. */
record Endpoint(String method, String path, JsonObject operation, JsonObject schemas) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BYTES = "application/octet-stream";
    private static final Pattern NEEDED = Pattern.compile("Needs the permission `(.+?)`\\.");

    /** All operations of an OpenAPI document. */
    static List<Endpoint> all(String document) {
        JsonObject api = parse(document);
        JsonObject schemas = api.getJsonObject("components").getJsonObject("schemas");
        List<Endpoint> all = new ArrayList<>();
        api.getJsonObject("paths").forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                all.add(new Endpoint(method.toUpperCase(Locale.ROOT), path, operation.asJsonObject(), schemas));
            }
        }));
        return all;
    }

    static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Of these permissions a caller needs one; none where nobody has to say who they are. */
    Set<String> permissions() {
        Matcher named = NEEDED.matcher(operation.getString("description", ""));
        if (!named.find()) {
            return operation.containsKey("security") ? Set.of("**") : Set.of();
        }
        return Set.of(named.group(1).split("` or `", -1));
    }

    /** Those that are promised by number; whatever else may come is a fault of ours. */
    Set<Integer> statuses() {
        Set<Integer> statuses = new TreeSet<>();
        operation.getJsonObject("responses").keySet().stream()
                .filter(status -> !status.equals("default"))
                .forEach(status -> statuses.add(Integer.valueOf(status)));
        return statuses;
    }

    boolean answers(int status) {
        return statuses().contains(status);
    }

    /** Whether a request was one to this operation. */
    boolean isAddressed(String requestMethod, String requestPath) {
        return requestMethod.equals(method) && requestPath.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** Whether the other one is meant where both could be: its path has fewer gaps. */
    boolean isLessExactThan(Endpoint other) {
        return gaps() > other.gaps();
    }

    private long gaps() {
        return path.chars().filter(character -> character == '{').count();
    }

    /** The path with names and numbers of things that do not exist. */
    String pathToNothing() {
        String filled = path;
        for (JsonObject parameter : parameters("path")) {
            filled = filled.replace("{" + parameter.getString("name") + "}", nothing(parameter));
        }
        return filled;
    }

    private static String nothing(JsonObject parameter) {
        JsonObject schema = parameter.getJsonObject("schema");
        if (schema != null && schema.getString("$ref", "").endsWith("/UUID")) {
            return "0198c5a1-7f2e-7a43-9c3b-000000000000";
        }
        return "integer".equals(type(parameter)) ? "999999999999" : "no-such-thing";
    }

    List<JsonObject> parameters(String place) {
        JsonArray parameters = operation.getJsonArray("parameters");
        return parameters == null
                ? List.of()
                : parameters.getValuesAs(JsonObject.class).stream()
                        .filter(parameter -> parameter.getString("in").equals(place))
                        .toList();
    }

    static String type(JsonObject parameter) {
        JsonObject schema = parameter.getJsonObject("schema");
        return schema == null || !(schema.get("type") instanceof JsonString type) ? "" : type.getString();
    }

    /** Media types of the request's body; none where it has none. */
    Set<String> bodies() {
        JsonObject body = operation.getJsonObject("requestBody");
        return body == null ? Set.of() : body.getJsonObject("content").keySet();
    }

    boolean takesJson() {
        return bodies().contains(JSON);
    }

    /** Whether a picture can be the whole body. */
    boolean takesPhoto() {
        return bodies().contains("image/*");
    }

    /** A type of body that it takes. */
    String contentType() {
        if (takesJson() || bodies().isEmpty()) {
            return JSON;
        }
        if (bodies().contains(FORM)) {
            return FORM;
        }
        if (bodies().contains(BYTES)) {
            return BYTES;
        }
        return takesPhoto() ? "image/jpeg" : "multipart/form-data; boundary=none";
    }

    /** The body that the description gives as an example. */
    Optional<String> exampleBody() {
        if (!takesJson()) {
            return Optional.empty();
        }
        JsonObject content =
                operation.getJsonObject("requestBody").getJsonObject("content").getJsonObject(JSON);
        if (content.containsKey("examples")) {
            JsonObject first =
                    content.getJsonObject("examples").values().iterator().next().asJsonObject();
            return Optional.of(String.valueOf(first.get("value")));
        }
        return Optional.of(example(content.getJsonObject("schema")).toString());
    }

    private JsonObject example(JsonObject schema) {
        if (schema.containsKey("$ref")) {
            String reference = schema.getString("$ref");
            return example(schemas.getJsonObject(reference.substring(reference.lastIndexOf('/') + 1)));
        }
        var example = Json.createObjectBuilder();
        JsonObject properties = schema.getJsonObject("properties");
        if (properties != null) {
            properties.forEach((name, property) ->
                    firstExample(property.asJsonObject()).ifPresent(value -> example.add(name, value)));
            if (path.endsWith("{gallery}")) {
                example.remove("name");
            }
        }
        return example.build();
    }

    private static Optional<JsonValue> firstExample(JsonObject property) {
        return property.containsKey("examples")
                ? property.getJsonArray("examples").stream().findFirst()
                : Optional.ofNullable(property.get("example"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
