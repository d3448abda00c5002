package org.semblance.gallery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.audit.StandaloneAudit;
import org.semblance.identity.DocumentSigner;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Statements;
import org.semblance.privacy.ConsentStore;
import org.semblance.privacy.PrivacySettings;
import org.semblance.privacy.erasure.ErasureRequests;
import org.semblance.transfer.ArchivedPerson;
import org.semblance.transfer.ExportOrder;
import org.semblance.transfer.ExportRows;
import org.semblance.transfer.ExportSettings;
import org.semblance.transfer.GalleryArchive;
import org.semblance.transfer.GalleryExport;
import org.semblance.transfer.GalleryImport;
import org.semblance.transfer.GalleryImport.Checked;
import org.semblance.transfer.TransferSettings;
import org.semblance.vision.TestSettings;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

/** Galleries that go out into a directory and come in from it, without a container. */
final class TransferWorld {
    static final Actor JOB = Actor.job("import-gallery");

    final KeptImages images = new KeptImages();
    final GalleryImport imports;
    final GalleryExport export;
    private final TransferSettings settings = new TransferSettings("/tmp", 1000, 1_000_000, 100_000, 1000);
    private final GalleryStores stores;
    private final People people;
    private final Path directory;
    private final Enrolment enrolment;

    /** Signs by writing a word before it. */
    private static final class WordSigner extends DocumentSigner {
        @Override
        public String sign(String document, String type) {
            return "signed:" + document;
        }
    }

    private static final class NoAudit implements AuditLog {
        @Override
        public void record(AuditEvent event) {}

        @Override
        public void record(Actor actor, AuditEvent event) {}
    }

    TransferWorld(GalleryStores stores, People people, Path directory) {
        this.stores = stores;
        this.people = people;
        this.directory = directory;
        var clock = Clock.systemUTC();
        var audit = new NoAudit();
        var subjects = new PersonSubjects(stores.current());
        var requests = connected(new ErasureRequests(subjects, audit, clock));
        var consents =
                connected(new ConsentStore(subjects, requests, new PrivacySettings(Optional.empty()), audit, clock));
        enrolment = new Enrolment(new MadeUpAnalysis(), images, stores.galleries, stores.faces);
        imports = new GalleryImport(
                stores.galleries,
                stores.persons,
                enrolment,
                consents,
                new ImageIoPhotoDecoder(TestSettings.settings().build()));
        var seal = new GalleryExport.Seal(
                new WordSigner(),
                new MadeUpAnalysis(),
                new ExportSettings(directory.toString(), Duration.ofHours(24)),
                new StandaloneAudit(audit),
                clock);
        export = new GalleryExport(new ExportRows(stores.current()), stores.galleries, stores.embeddings, images, seal);
    }

    GalleryName gallery(String name, int size) {
        var gallery = people.gallery(name);
        for (int i = 0; i < size; i++) {
            var named = new NewPerson(
                    "Person " + i, "p" + i, new Metadata(i == 2 ? Map.of("a", "b") : Map.of()), false, null);
            PersonId person = people.person(gallery, named);
            for (int look : new int[] {2 * i, 2 * i + 1}) {
                stores.run(() -> enrolment.enroll(person, enrolment.examine(gallery, MadeUpAnalysis.photo(look)), JOB));
            }
        }
        if (size > 2) {
            new Statements(stores.database.app())
                    .change(
                            "INSERT INTO consent (person_id, purpose, state, text_version, locale, channel, said_at, recorded_by)"
                                    + " SELECT p.id, 'recognition', 'withdrawn', '1', 'en', 'paper', now() - interval '1 hour', 'anna'"
                                    + " FROM person p JOIN gallery g ON g.id = p.gallery_id WHERE g.name = ? AND p.external_id = 'p1'",
                            name);
        }
        return gallery;
    }

    static ExportOrder order(GalleryName gallery) {
        return new ExportOrder(new JobRunId(7), gallery, true, true);
    }

    Path exported(GalleryName gallery) {
        stores.in(() -> export.write(order(gallery), done -> {}));
        return directory.resolve(order(gallery).file());
    }

    GalleryArchive open(Path file) {
        return GalleryArchive.open(file, settings, signature -> Optional.of(signature)
                .filter(s -> s.startsWith("signed:"))
                .map(s -> s.substring(7)));
    }

    static List<ArchivedPerson> all(GalleryArchive archive, long after) {
        List<ArchivedPerson> all = new ArrayList<>();
        archive.persons(after).forEachRemaining(all::add);
        return all;
    }

    void bring(GalleryArchive archive, GalleryName to, long after) {
        stores.run(() -> archive.persons(after).forEachRemaining(person -> add(archive, to, person)));
    }

    void add(GalleryArchive archive, GalleryName to, ArchivedPerson person) {
        var faces = person.faces().stream()
                .map(face -> new Checked(face, java.util.Objects.requireNonNull(face.embedding())))
                .toList();
        imports.add(to, archive, person, faces, JOB);
    }

    private <T> T connected(T bean) {
        try {
            var field = bean.getClass().getDeclaredField("database");
            field.setAccessible(true);
            field.set(bean, stores.current());
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
