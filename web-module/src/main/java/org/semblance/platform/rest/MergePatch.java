package org.semblance.platform.rest;

import jakarta.json.JsonObject;

/** A body that tells a field that is null from one that is left out (RFC 7396). */
public record MergePatch(JsonObject fields) {}
