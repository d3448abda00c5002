package org.semblance.platform.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call a resource method.
 *
 * @param isOpen whether everybody may, known or not
 * @param permissions otherwise one of these is needed, or {@link #ANYBODY_SIGNED_IN}
 */
record AccessRule(boolean isOpen, Set<String> permissions) {
    /** The role that Jakarta EE gives to every authenticated caller. */
    static final String ANYBODY_SIGNED_IN = "**";

    AccessRule {
        permissions = Set.copyOf(permissions);
    }

    /** What the method says, else what its class says; empty when both are silent. */
    static Optional<AccessRule> find(Class<?> resource, Method method) {
        return find(method).or(() -> find(resource));
    }

    /** Like {@link #find(Class, Method)}; silence is a mistake in the code, and nobody passes. */
    static AccessRule require(Class<?> resource, Method method) {
        return find(resource, method)
                .orElseThrow(() -> new IllegalStateException(resource.getName() + "." + method.getName()
                        + " says neither @RolesAllowed nor @PermitAll, so nobody may call it"));
    }

    private static Optional<AccessRule> find(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new AccessRule(false, Set.of()));
        }
        var allowed = element.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return Optional.of(new AccessRule(false, Set.of(allowed.value())));
        }
        return element.isAnnotationPresent(PermitAll.class)
                ? Optional.of(new AccessRule(true, Set.of()))
                : Optional.empty();
    }
}
