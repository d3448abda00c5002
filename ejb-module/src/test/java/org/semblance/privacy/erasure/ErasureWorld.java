package org.semblance.privacy.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.semblance.audit.Actor;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.GalleryPersonalData;
import org.semblance.gallery.LegalHolds;
import org.semblance.gallery.PersonErasure;
import org.semblance.gallery.PersonSubjects;
import org.semblance.gallery.SubjectPictures;
import org.semblance.gallery.cluster.ClusterPersonalData;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.PgvectorEmbeddingStore;
import org.semblance.idempotency.RequestPersonalData;
import org.semblance.identity.DocumentSigner;
import org.semblance.jobs.JobPersonalData;
import org.semblance.jobs.JobRunId;
import org.semblance.models.ModelPersonalData;
import org.semblance.personaldata.PersonalContexts;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalInventory;
import org.semblance.personaldata.PersonalRows;
import org.semblance.privacy.PrivacyPersonalData;
import org.semblance.storage.ImagePersonalData;
import org.semblance.surveillance.unknown.UnknownPersonalData;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

/** Everything that erases, on a database of its own. */
final class ErasureWorld implements AutoCloseable {
    static final Actor ANNA = Actor.user("anna");

    final MigratedDatabase database = MigratedDatabase.fresh();
    final DataSource app = database.app();
    final KeptImages images = new KeptImages();
    final RecordedAudit audit = new RecordedAudit();
    final Time time = new Time();
    final EmbeddingStore embeddings = new PgvectorEmbeddingStore(app);
    final PersonSubjects subjects = new PersonSubjects(app);
    final SubjectPictures pictures;
    final LegalHolds holds = connected(new LegalHolds(subjects, audit, time));
    final ErasureRequests requests = connected(new ErasureRequests(subjects, audit, time));

    private final List<PersonalData> contexts;
    private final AtomicLong executions = new AtomicLong(500);

    ErasureWorld() {
        var rows = new PersonErasure(app);
        pictures = new SubjectPictures(images, new ImageIoPhotoDecoder(1 << 24, 1 << 24, 1 << 28), rows);
        contexts = List.of(
                new GalleryPersonalData(pictures, rows, images),
                new ClusterPersonalData(app),
                new UnknownPersonalData(images, app),
                new ImagePersonalData(images, app),
                new RequestPersonalData(app),
                new JobPersonalData(app),
                new ModelPersonalData(),
                new PrivacyPersonalData(app));
    }

    List<PersonalData> contexts() {
        return new PersonalContexts(contexts).list();
    }

    PersonalInventory inventory(UnaryOperator<PersonalData> change) {
        var all = contexts.stream().map(change).toList();
        return new PersonalInventory(new PersonalContexts(all), new PersonalRows(app));
    }

    PersonEraser eraser() {
        return eraser(UnaryOperator.identity());
    }

    /** One whose contexts are not quite what they should be. */
    PersonEraser eraser(UnaryOperator<PersonalData> change) {
        var inventory = inventory(change);
        return new PersonEraser(
                requests, progress(inventory), inventory, proof(inventory), new ErasureReports(new Stamp(), time));
    }

    ErasureProgress progress(PersonalInventory inventory) {
        return connected(new ErasureProgress(subjects, holds, inventory, audit, time));
    }

    private ErasureProof proof(PersonalInventory inventory) {
        return connected(new ErasureProof(inventory, embeddings, images));
    }

    JobRunId execution() {
        return new JobRunId(executions.incrementAndGet());
    }

    /** As the container injects its data source. */
    <T> T connected(T bean) {
        try {
            var field = bean.getClass().getDeclaredField("database");
            field.setAccessible(true);
            field.set(bean, app);
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /** A clock that tests set ahead. */
    static final class Time extends Clock {
        private Duration ahead = Duration.ZERO;

        void pass(Duration more) {
            ahead = ahead.plus(more);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class Stamp extends DocumentSigner {
        @Override
        public String sign(String document, String type) {
            return type + " " + document.hashCode();
        }
    }
}
