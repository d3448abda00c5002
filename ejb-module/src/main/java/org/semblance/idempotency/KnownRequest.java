package org.semblance.idempotency;

import java.util.Arrays;

/** A request that was answered before. */
public final class KnownRequest {
    private final byte[] bodySha256;
    private final Answer answer;

    public KnownRequest(byte[] bodySha256, Answer answer) {
        this.bodySha256 = bodySha256.clone();
        this.answer = answer;
    }

    /** The answer to the same request; refuses another one under its key. */
    public Answer answerTo(byte[] sha256) {
        if (!Arrays.equals(bodySha256, sha256)) {
            throw new KeyReusedException();
        }
        return answer;
    }
}
