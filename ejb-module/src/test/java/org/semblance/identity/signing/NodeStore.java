package org.semblance.identity.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.TestTransaction;
import org.semblance.audit.Actor;
import org.semblance.audit.PostgresAuditLog;
import org.semblance.platform.Sealer;

/** The store with a transaction around each call, as the container has it; counts how often the keys are read. */
final class NodeStore extends SigningKeyStore {
    int reads;

    @Nullable
    RuntimeException failure;

    private final DataSource database;
    private final Sealer sealer;
    private final Clock clock;

    NodeStore(DataSource database, Sealer sealer, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public Optional<KeyRing> find() {
        reads++;
        if (failure != null) {
            throw failure;
        }
        return in(SigningKeyStore::find);
    }

    @Override
    public KeyRing first(SigningKey key) {
        return in(store -> store.first(key));
    }

    @Override
    public void replaceOlderThan(Instant time, SigningKey key, Duration overlap, Actor actor) {
        in(store -> {
            store.replaceOlderThan(time, key, overlap, actor);
            return store;
        });
    }

    @Override
    public List<SigningKeySummary> list() {
        return in(SigningKeyStore::list);
    }

    @Override
    public int forgetUnused(Instant time) {
        return in(store -> store.forgetUnused(time));
    }

    private <T> T in(Function<SigningKeyStore, T> work) {
        return TestTransaction.in(
                database, one -> work.apply(new SigningKeyStore(one, sealer, new PostgresAuditLog(one, clock), clock)));
    }
}
