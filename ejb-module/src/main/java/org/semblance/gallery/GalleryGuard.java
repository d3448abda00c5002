package org.semblance.gallery;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;

/** Keeps callers within the galleries in which they have the permission that a method needs. */
@WithinGalleries
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class GalleryGuard {
    private final Map<Class<?>, GalleryFinder<?>> finders;

    @Inject
    public GalleryGuard(@Any Instance<GalleryFinder<?>> finders) {
        this((Iterable<GalleryFinder<?>>) finders);
    }

    GalleryGuard(Iterable<GalleryFinder<?>> finders) {
        this.finders = StreamSupport.stream(finders.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(GalleryFinder::kind, finder -> finder));
    }

    @AroundInvoke
    public @Nullable Object check(InvocationContext invocation) throws Exception {
        check(invocation.getMethod(), invocation.getParameters());
        return invocation.proceed();
    }

    void check(Method method, @Nullable Object[] arguments) {
        if (method.isAnnotationPresent(SelfScoped.class)) {
            return;
        }
        Scope scope = scope(method);
        if (scope.everywhere()) {
            return;
        }
        for (Object argument : arguments) {
            check(argument, scope);
        }
    }

    private static Scope scope(Method method) {
        var allowed = method.getAnnotation(RolesAllowed.class);
        var caller = CurrentUser.require();
        Scope scope = Scope.NOWHERE;
        for (String permission : allowed == null ? new String[0] : allowed.value()) {
            scope = scope.or(caller.scope(permission));
        }
        return scope;
    }

    private void check(@Nullable Object argument, Scope scope) {
        if (argument instanceof Collection<?> many) {
            many.forEach(one -> check(one, scope));
        } else if (argument instanceof Optional<?> perhaps) {
            perhaps.ifPresent(one -> check(one, scope));
        } else if (argument instanceof InGallery something) {
            check(something.gallery(), scope);
        } else if (argument != null && finders.containsKey(argument.getClass())) {
            checkFound(Objects.requireNonNull(finders.get(argument.getClass())), argument, scope);
        }
    }

    /** What is not there at all is left to the method, which says so in the same words. */
    private static <T> void checkFound(GalleryFinder<T> finder, Object argument, Scope scope) {
        T id = finder.kind().cast(argument);
        OptionalLong gallery = finder.find(id);
        if (gallery.isPresent() && !scope.includes(gallery.getAsLong())) {
            throw finder.notFound(id);
        }
    }
}
