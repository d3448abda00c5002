package org.semblance.platform.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to every operation what is the same for all: the problems it may answer with and the permission it needs. */
public class ApiDescription implements OASFilter {
    private static final String REFERENCE = "#/components/responses/" + RestApplication.PROBLEM;

    private static final String KEY = "key";

    private static final Map<String, String> PATH_PARAMETERS = Map.ofEntries(
            Map.entry("gallery", "Name of the gallery"),
            Map.entry("person", "Id of the person"),
            Map.entry("face", "Id of the face"),
            Map.entry("change", "Id of the merge, split or move"),
            Map.entry("job", "Id of the run"),
            Map.entry("schedule", "Name of the schedule"),
            Map.entry("user", "Id of the user"),
            Map.entry("role", "Name of the role"),
            Map.entry("department", "Id of the department"),
            Map.entry("session", "Id of the session"),
            Map.entry("entry", "Id of the entry"),
            Map.entry("event", "Id of the event"),
            Map.entry("webhook", "Id of the webhook"),
            Map.entry("delivery", "Id of the delivery"),
            Map.entry("hold", "Id of the legal hold"),
            Map.entry("erasure", "Id of the erasure"),
            Map.entry("door", "Name of the door"),
            Map.entry("rule", "Id of the access rule"),
            Map.entry("calendar", "Id of the access calendar"),
            Map.entry("camera", "Name of the camera"),
            Map.entry("unknown", "Id of the unknown face"),
            Map.entry("stranger", "Id of the stranger"),
            Map.entry("key", "Id of the API key"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        useBearerTokens(api);
        acceptKeys(api);
        Map<String, PathItem> paths = api.getPaths().getPathItems();
        paths.forEach((path, item) ->
                item.getOperations().forEach((method, operation) -> complete(operation, method, path.contains("{"))));
    }

    /**
     * The server lists a method's roles as what a caller needs, but only for schemes of other types than ours. So the
     * scheme starts as one of those, and becomes what it is once the roles are listed.
     */
    private static void useBearerTokens(OpenAPI api) {
        SecurityScheme scheme = Objects.requireNonNull(
                api.getComponents().getSecuritySchemes().get(RestApplication.BEARER), "RestApplication declares it");
        scheme.type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT");
        scheme.setOpenIdConnectUrl(null);
    }

    private static void acceptKeys(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(Credential.KEY_HEADER)
                                .description("A key that `POST /api/v1/api-keys` gave, for a program"));
    }

    private static void complete(Operation operation, PathItem.HttpMethod method, boolean namesSomething) {
        Set<String> statuses = new TreeSet<>(Set.of("503"));
        boolean isWrite = method != PathItem.HttpMethod.GET;
        boolean isKnown = operation.getSecurity() != null;
        if (asks(operation) || operation.getRequestBody() != null || (isWrite && isKnown)) {
            statuses.add("400");
        }
        if (namesSomething) {
            statuses.add("404");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415"));
        }
        if (isConditional(operation)) {
            statuses.add("412");
        }
        if (isKnown) {
            statuses.add("401");
            if (isWrite) {
                describeIdempotency(operation);
                statuses.addAll(Set.of("409", "422"));
            }
            if (!needed(operation).equals(Set.of(AccessRule.ANYBODY_SIGNED_IN))) {
                statuses.add("403");
            }
            statuses.add("429");
        }
        describeAccess(operation);
        describeParameters(operation);
        APIResponses responses = operation.getResponses();
        responses.setDefaultValue(OASFactory.createAPIResponse().ref(REFERENCE));
        statuses.stream()
                .filter(status -> !responses.hasAPIResponse(status))
                .forEach(status -> responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref(REFERENCE)));
    }

    /** Whether something can be wrong with the question: names and numbers in the path that are none are not found. */
    private static boolean asks(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    private static boolean isConditional(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null
                && parameters.stream().anyMatch(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()));
    }

    private static void describeAccess(Operation operation) {
        List<SecurityRequirement> requirements = operation.getSecurity();
        if (requirements == null) {
            return;
        }
        Set<String> permissions = needed(operation);
        if (permissions.remove(AccessRule.ANYBODY_SIGNED_IN)) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(RestApplication.BEARER)));
        }
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        String needed = permissions.isEmpty()
                ? "Needs a valid access token or API key."
                : "Needs the permission `" + String.join("` or `", permissions) + "`.";
        String description = operation.getDescription();
        operation.setDescription(description == null ? needed : description + "\n\n" + needed);
    }

    private static Set<String> needed(Operation operation) {
        Set<String> permissions = new TreeSet<>();
        operation
                .getSecurity()
                .forEach(requirement -> requirement.getSchemes().values().forEach(permissions::addAll));
        return permissions;
    }

    private static void describeIdempotency(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(IdempotencyFilter.HEADER)
                .in(Parameter.In.HEADER)
                .description("Sent again with the same key, the request is answered as before and done once: 409 while "
                        + "it is under way, 422 for another request")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(255)));
    }

    private static void describeParameters(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters != null) {
            parameters.stream()
                    .filter(parameter -> parameter.getDescription() == null)
                    .forEach(parameter -> parameter.setDescription(PATH_PARAMETERS.get(parameter.getName())));
        }
    }
}
