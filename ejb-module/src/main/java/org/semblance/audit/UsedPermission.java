package org.semblance.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.RequestContext;

/** Notes by which permission a caller passed a guarded method, for what is recorded within it. Around every EJB. */
public class UsedPermission {
    /** The role that Jakarta EE gives to every authenticated caller: no permission. */
    private static final String ANYBODY_SIGNED_IN = "**";

    @Resource
    private SessionContext context;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public UsedPermission() {}

    /** Declares what interceptors must: they pass on whatever the method throws. */
    @AroundInvoke
    public @Nullable Object note(InvocationContext call) throws Exception {
        RolesAllowed needed = needed(call);
        if (needed == null) {
            return call.proceed();
        }
        String before = RequestContext.permission();
        Arrays.stream(needed.value())
                .filter(permission -> !permission.equals(ANYBODY_SIGNED_IN) && context.isCallerInRole(permission))
                .findFirst()
                .ifPresent(RequestContext::usePermission);
        try {
            return call.proceed();
        } finally {
            RequestContext.usePermission(before);
        }
    }

    private static @Nullable RolesAllowed needed(InvocationContext call) {
        var method = call.getMethod();
        if (method == null || method.isAnnotationPresent(PermitAll.class)) {
            return null;
        }
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        return own == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : own;
    }
}
