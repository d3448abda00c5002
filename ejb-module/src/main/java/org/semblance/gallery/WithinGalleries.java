package org.semblance.gallery;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The methods of such a service do nothing in galleries where the caller lacks their permission: what lies there does not
 * exist for the caller. Each either names what it works on among its arguments, or is {@link SelfScoped}.
 */
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithinGalleries {}
