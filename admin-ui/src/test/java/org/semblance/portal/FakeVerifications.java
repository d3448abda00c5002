package org.semblance.portal;

import java.util.ArrayList;
import java.util.List;
import org.semblance.audit.chain.TrailVerificationService;
import org.semblance.audit.chain.Verification;

/** Verifications that end when the test says so. */
public class FakeVerifications extends TrailVerificationService {
    private final List<Verification> done = new ArrayList<>();
    private boolean isRunning;

    public void finish(Verification verification) {
        isRunning = false;
        done.add(0, verification);
    }

    @Override
    public List<Verification> latest(int limit) {
        return done.stream().limit(limit).toList();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public long start() {
        isRunning = true;
        return 1;
    }
}
