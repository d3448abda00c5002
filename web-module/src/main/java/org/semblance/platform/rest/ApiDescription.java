package org.semblance.platform.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Adds to every operation what is the same for all: the problems it may answer with and the permission it needs. */
public class ApiDescription implements OASFilter {
    private static final String REFERENCE = "#/components/responses/" + RestApplication.PROBLEM;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, PathItem> paths = api.getPaths().getPathItems();
        paths.forEach((path, item) ->
                item.getOperations().values().forEach(operation -> complete(operation, path.contains("{"))));
    }

    private static void complete(Operation operation, boolean namesSomething) {
        Set<String> statuses = new TreeSet<>(Set.of("400", "500", "503"));
        if (namesSomething) {
            statuses.add("404");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415", "422"));
        }
        Set<String> permissions = permissions(operation.getSecurity());
        if (!permissions.isEmpty()) {
            statuses.addAll(Set.of("401", "403"));
            describe(operation, permissions);
        }
        APIResponses responses = operation.getResponses();
        statuses.stream()
                .filter(status -> !responses.hasAPIResponse(status))
                .forEach(status -> responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref(REFERENCE)));
    }

    private static Set<String> permissions(@Nullable List<SecurityRequirement> requirements) {
        var permissions = new TreeSet<String>();
        if (requirements != null) {
            requirements.forEach(
                    requirement -> requirement.getSchemes().values().forEach(permissions::addAll));
        }
        return permissions;
    }

    private static void describe(Operation operation, Set<String> permissions) {
        String needed = permissions.contains(AccessRule.ANYBODY_SIGNED_IN)
                ? "Needs a valid access token."
                : "Needs the permission `" + String.join("` or `", permissions) + "`.";
        String description = operation.getDescription();
        operation.setDescription(description == null ? needed : description + "\n\n" + needed);
    }
}
