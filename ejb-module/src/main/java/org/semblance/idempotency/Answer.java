package org.semblance.idempotency;

import org.jspecify.annotations.Nullable;

/** How a request was answered, to be told again. */
public final class Answer {
    private final int status;
    private final @Nullable String contentType;
    private final @Nullable String location;
    private final byte @Nullable [] body;

    public Answer(int status, @Nullable String contentType, @Nullable String location, byte @Nullable [] body) {
        this.status = status;
        this.contentType = contentType;
        this.location = location;
        this.body = body == null ? null : body.clone();
    }

    public int status() {
        return status;
    }

    public @Nullable String contentType() {
        return contentType;
    }

    public @Nullable String location() {
        return location;
    }

    public byte @Nullable [] body() {
        return body == null ? null : body.clone();
    }
}
