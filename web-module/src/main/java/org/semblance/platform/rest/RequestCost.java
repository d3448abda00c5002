package org.semblance.platform.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.semblance.identity.limits.Cost;
import org.semblance.platform.Permissions;

/** What a call of a resource method costs: whoever brings a photo, or searches, makes the models work. */
final class RequestCost {
    private static final Set<String> RECOGNISING = Set.of(Permissions.VISION_DETECT, Permissions.SEARCH_RUN);

    private RequestCost() {}

    static Cost of(Class<?> resource, Method method) {
        if (method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(HEAD.class)) {
            return Cost.READ;
        }
        return takesPhoto(resource, method) || recognises(resource, method) ? Cost.RECOGNITION : Cost.CHANGE;
    }

    private static boolean takesPhoto(Class<?> resource, Method method) {
        return Optional.ofNullable(method.getAnnotation(Consumes.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(Consumes.class)))
                .filter(consumes -> Arrays.asList(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA))
                .isPresent();
    }

    private static boolean recognises(Class<?> resource, Method method) {
        return AccessRule.find(resource, method)
                .filter(rule -> rule.permissions().stream().anyMatch(RECOGNISING::contains))
                .isPresent();
    }
}
