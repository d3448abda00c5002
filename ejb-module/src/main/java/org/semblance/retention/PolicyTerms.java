package org.semblance.retention;

import java.time.Duration;

/** What a policy is to become. */
public record PolicyTerms(String kind, Duration period, boolean enabled) {}
