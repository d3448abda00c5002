package org.semblance.gallery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.semblance.announcement.Announcement;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.PgvectorEmbeddingStore;
import org.semblance.platform.Statements;

/**
 * The stores of this feature on a migrated database, with what the container does around them: one connection and one
 * entity manager for each transaction, on whatever thread it runs.
 */
public final class GalleryStores implements AutoCloseable {
    public static final Actor ANNA = Actor.user("anna");
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static final Set<String> LEFT_TO_THE_END = Set.of("close", "commit", "rollback", "setAutoCommit");

    private static final ThreadLocal<@Nullable Connection> CONNECTION = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable EntityManager> MANAGER = new ThreadLocal<>();
    private final EntityManagerFactory factory;

    public final MigratedDatabase database = MigratedDatabase.fresh();
    public final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
    public final List<Announcement> announced = new CopyOnWriteArrayList<>();
    final EntityManager entities = proxy(EntityManager.class, Set.of(), MANAGER::get);
    public final EmbeddingStore embeddings;
    public final GalleryStore galleries;
    public final PersonStore persons;
    public final FaceStore faces;
    public final PersonChanges changes;
    public final ChangeUndo undo;
    public final PersonRemovals removals;
    public final GalleryRemovals galleryRemovals;
    final RecognitionStore recognition;
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    public GalleryStores() {
        factory = Persistence.createEntityManagerFactory(
                "semblance",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", current(),
                        "jakarta.persistence.jtaDataSource", ""));
        AuditLog audit = new RecordedAudit();
        Clock now = new SetClock();
        embeddings = new PgvectorEmbeddingStore(current());
        galleries = managed(new GalleryStore(audit, announced::add, now));
        persons = managed(new PersonStore(galleries, audit, announced::add, now));
        faces = managed(new FaceStore(persons, embeddings, audit, announced::add, now));
        changes = managed(new PersonChanges(audit, announced::add, now));
        undo = managed(new ChangeUndo(audit, announced::add, now));
        removals = managed(new PersonRemovals(audit, announced::add, now));
        galleryRemovals = managed(new GalleryRemovals(galleries, audit, announced::add, now));
        recognition = managed(new RecognitionStore(embeddings, audit, announced::add, now));
    }

    /** Commits what the work has done, or nothing of it when it throws. */
    public <T> T in(Supplier<T> work) {
        try (Connection opened = database.app().getConnection();
                EntityManager entered = enter(opened)) {
            entered.getTransaction().begin();
            try {
                T result = work.get();
                entered.getTransaction().commit();
                opened.commit();
                return result;
            } finally {
                opened.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            CONNECTION.remove();
            MANAGER.remove();
        }
    }

    public void run(Runnable work) {
        in(() -> {
            work.run();
            return work;
        });
    }

    /** Until another transaction waits for what the caller's has locked. */
    void waitUntilSomebodyWaits() {
        var server = new Statements(database.owner());
        Instant deadline = Instant.now().plusSeconds(20);
        while (server.list("SELECT 1 FROM pg_locks WHERE NOT granted", row -> 1).isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Nobody waits");
            }
            Thread.onSpinWait();
        }
    }

    private EntityManager enter(Connection opened) throws SQLException {
        opened.setAutoCommit(false);
        CONNECTION.set(opened);
        EntityManager entered = factory.createEntityManager();
        MANAGER.set(entered);
        return entered;
    }

    @Override
    public void close() {
        factory.close();
        database.close();
    }

    /** The connection of the thread's transaction; one of its own outside of any, as while the factory starts. */
    public DataSource current() {
        return new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() throws SQLException {
                Connection current = CONNECTION.get();
                return current == null
                        ? database.app().getConnection()
                        : proxy(Connection.class, LEFT_TO_THE_END, () -> current);
            }

            @Override
            public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
                return getConnection();
            }
        };
    }

    private <T> T managed(T store) {
        try {
            var field = store.getClass().getDeclaredField("entities");
            field.setAccessible(true);
            field.set(store, entities);
            return store;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T proxy(Class<T> type, Set<String> ignored, Supplier<@Nullable T> target) {
        return type.cast(Proxy.newProxyInstance(
                GalleryStores.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return ignored.contains(method.getName()) ? null : method.invoke(target.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Notes what is recorded. */
    public AuditLog audit() {
        return new RecordedAudit();
    }

    private final class RecordedAudit implements AuditLog {
        @Override
        public void record(AuditEvent event) {
            audited.add(event);
        }

        @Override
        public void record(Actor actor, AuditEvent event) {
            audited.add(event);
        }
    }

    private final class SetClock extends Clock {
        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public java.time.ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return clock.withZone(zone);
        }
    }
}
