package org.semblance.gallery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.identity.DocumentSigner;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Statements;
import org.semblance.privacy.ConsentStore;
import org.semblance.privacy.PrivacySettings;
import org.semblance.privacy.erasure.ErasureRequests;
import org.semblance.transfer.ArchiveRefusedException;
import org.semblance.transfer.ArchivedPerson;
import org.semblance.transfer.ExportOrder;
import org.semblance.transfer.ExportRows;
import org.semblance.transfer.ExportSettings;
import org.semblance.transfer.GalleryArchive;
import org.semblance.transfer.GalleryExport;
import org.semblance.transfer.GalleryImport;
import org.semblance.transfer.GalleryImport.Checked;
import org.semblance.transfer.ItemRefusedException;
import org.semblance.transfer.TransferSettings;
import org.semblance.vision.TestSettings;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A gallery goes out as a file and comes in again; files that others made come in only as far as they hold true. */
class GalleryTransferIT {
    private static final Actor JOB = Actor.job("import-gallery");

    private static GalleryStores stores;
    private static People people;

    @TempDir
    Path directory;

    private final KeptImages images = new KeptImages();
    private final TransferSettings settings = new TransferSettings("/tmp", 1000, 1_000_000, 100_000, 1000);
    private Enrolment enrolment;
    private GalleryImport imports;
    private GalleryExport export;

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

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        people = new People(stores);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void connect() {
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
                audit,
                clock);
        export = new GalleryExport(new ExportRows(stores.current()), stores.galleries, stores.embeddings, images, seal);
    }

    @Test
    void what_went_out_comes_in_and_is_found_again() throws Exception {
        var from = gallery("from", 5);
        var to = new GalleryName("to");
        var gone = stores.in(() -> stores.persons.requireByExternalId(from, new NewPerson("p", "p3"), JOB));
        stores.run(() -> stores.removals.delete(gone, JOB));

        try (var archive = open(exported(from))) {
            archive.verify();
            stores.run(() -> imports.prepare(to, archive, JOB));
            bring(archive, to, 0);
        }

        assertThat(persons(to)).hasSize(4).isEqualTo(persons(from));
        assertThat(found(to, 1)).isEqualTo(found(from, 1)).doesNotStartWith("p1");
        for (int i : new int[] {0, 2, 4}) {
            assertThat(found(to, i)).isEqualTo(found(from, i)).startsWith("p" + i + " 1.0");
        }
        assertThat(stores.in(() -> stores.galleries.requireSummary(to)).rules())
                .isEqualTo(
                        stores.in(() -> stores.galleries.requireSummary(from)).rules());
        assertThat(words(to)).isEqualTo(words(from)).containsExactly("p1 recognition withdrawn");
    }

    @Test
    void goes_on_after_the_last_person_that_was_kept() throws Exception {
        var from = gallery("cut", 5);
        var to = new GalleryName("cut-to");

        try (var archive = open(exported(from))) {
            stores.run(() -> imports.prepare(to, archive, JOB));
            var all = all(archive, 0);
            stores.run(() -> all.subList(0, 2).forEach(person -> add(archive, to, person)));
            assertThatThrownBy(() -> stores.run(() -> {
                        add(archive, to, all.get(2));
                        throw new IllegalStateException("dead");
                    }))
                    .hasMessage("dead");
            stores.run(() -> imports.prepare(new GalleryName("cut-other"), archive, JOB));
            bring(archive, to, all.get(1).id());
        }

        assertThat(persons(to)).isEqualTo(persons(from));
    }

    @Test
    void goes_into_no_gallery_that_holds_somebody() {
        var full = gallery("full", 1);

        assertThatThrownBy(() -> stores.run(() -> imports.check(full))).isInstanceOf(ArchiveRefusedException.class);
    }

    @Test
    void leaves_nothing_when_it_is_cut_short() {
        var from = gallery("stopped", 3);

        assertThatThrownBy(() -> stores.in(() -> export.write(order(from), done -> {
                    throw new java.util.concurrent.CancellationException();
                })))
                .isInstanceOf(java.util.concurrent.CancellationException.class);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refuses_what_was_changed_after_it_was_signed() throws Exception {
        var file = exported(gallery("changed", 2));

        assertRefused(rewritten(file, "manifest.json", text -> text.replace("\"version\":1", "\"version\":1 ")));
        assertRefused(rewritten(file, "faces.jsonl", text -> text.replace("\"quality\":0.", "\"quality\":0.1")));
        assertRefused(rewritten(file, "manifest.jws", text -> "signed:{}"));
    }

    @Test
    void refuses_what_no_export_writes_whoever_signed_it() throws Exception {
        var file = exported(gallery("hostile", 2));
        String nan = Base64.getEncoder()
                .encodeToString(new byte[] {0, 0, (byte) 0xC0, 0x7F})
                .repeat(1);

        assertForged(file, "faces.jsonl", text -> embedding(text, nan));
        assertForged(
                file, "faces.jsonl", text -> embedding(text, Base64.getEncoder().encodeToString(new byte[2048])));
        assertForged(file, "faces.jsonl", text -> embedding(text, notANumber()));
        assertForged(file, "faces.jsonl", text -> text.replaceAll("\"image\":\"[0-9a-f]+\"", "\"image\":\"../../x\""));
        assertForged(file, "faces.jsonl", text -> text.replaceAll("\"person\":\\d+", "\"person\":99999"));
        assertForged(file, "faces.jsonl", text -> text.replaceAll("\"box\":\\[[^]]*]", "\"box\":[1e300,0,1,1]"));
        assertForged(file, "faces.jsonl", text -> text.replaceAll("\"width\":\\d+", "\"width\":2000000000"));
        assertForged(file, "faces.jsonl", text -> text + text);
        assertForged(file, "faces.jsonl", text -> "x".repeat(1 << 19));
        assertForged(file, "persons.jsonl", text -> text + text);
        assertForged(file, "persons.jsonl", text -> text.replaceAll("\"metadata\":\\{}", "\"metadata\":[]"));
        assertForged(file, "persons.jsonl", text -> "{}\n");
        assertForged(file, "manifest.json", text -> text.replace("\"faces\":4", "\"faces\":5000000000000"));
        assertForged(file, "manifest.json", text -> text.replace("\"faces\":4", "\"faces\":-1"));
        assertForged(file, "manifest.json", text -> text.replace("\"dimension\":512", "\"dimension\":2000000000"));
        assertForged(file, "manifest.json", text -> text.replace("\"images\":true", "\"images\":false"));
        assertForged(file, "manifest.json", text -> text.replace("semblance-gallery", "other"));
        assertForged(file, "manifest.json", text -> text.replaceAll("\"min_faces\":\\d+", "\"min_faces\":-3"));
        assertForged(file, "manifest.json", text -> "[]");
    }

    @Test
    void refuses_a_picture_that_is_not_the_one_that_was_exported() throws Exception {
        var file = exported(gallery("picture", 1));
        String name;
        try (var zip = new ZipFile(file.toFile())) {
            name = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(n -> n.startsWith("images/"))
                    .findFirst()
                    .orElseThrow();
        }
        var other = rewritten(file, name, text -> text + "x");

        try (var archive = open(other)) {
            archive.verify();
            var faces = all(archive, 0).get(0).faces();
            assertThatThrownBy(() -> faces.forEach(face -> {
                        archive.picture(face, true);
                        archive.picture(face, false);
                    }))
                    .isInstanceOf(ItemRefusedException.class);
        }
    }

    private GalleryName gallery(String name, int size) {
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

    private static ExportOrder order(GalleryName gallery) {
        return new ExportOrder(new JobRunId(7), gallery, true, true);
    }

    private Path exported(GalleryName gallery) {
        stores.in(() -> export.write(order(gallery), done -> {}));
        return directory.resolve(order(gallery).file());
    }

    private GalleryArchive open(Path file) {
        return GalleryArchive.open(file, settings, signature -> Optional.of(signature)
                .filter(s -> s.startsWith("signed:"))
                .map(s -> s.substring(7)));
    }

    private static List<ArchivedPerson> all(GalleryArchive archive, long after) {
        List<ArchivedPerson> all = new ArrayList<>();
        archive.persons(after).forEachRemaining(all::add);
        return all;
    }

    private void bring(GalleryArchive archive, GalleryName to, long after) {
        stores.run(() -> archive.persons(after).forEachRemaining(person -> add(archive, to, person)));
    }

    private void add(GalleryArchive archive, GalleryName to, ArchivedPerson person) {
        var faces = person.faces().stream()
                .map(face -> new Checked(face, java.util.Objects.requireNonNull(face.embedding())))
                .toList();
        imports.add(to, archive, person, faces, JOB);
    }

    private void assertRefused(Path file) {
        assertThatThrownBy(() -> {
                    try (var archive = open(file)) {
                        archive.verify();
                    }
                })
                .isInstanceOf(ArchiveRefusedException.class);
    }

    /** As somebody would who can sign. */
    private void assertForged(Path file, String name, UnaryOperator<String> change) throws Exception {
        var entries = entries(file);
        String before = text(entries, name);
        assertThat(change.apply(before)).isNotEqualTo(before);
        entries.put(name, change.apply(before).getBytes(StandardCharsets.UTF_8));
        String manifest = text(entries, "manifest.json");
        if (!name.equals("manifest.json")) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(entries.get(name));
            manifest = manifest.replaceAll(
                    "(\"name\":\"" + name + "\",\"sha256\":\")[0-9a-f]+",
                    "$1" + HexFormat.of().formatHex(sum));
        }
        entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        entries.put("manifest.jws", ("signed:" + manifest).getBytes(StandardCharsets.UTF_8));
        assertRefused(written(entries));
    }

    private Path rewritten(Path file, String name, UnaryOperator<String> change) throws IOException {
        var entries = entries(file);
        entries.put(name, change.apply(text(entries, name)).getBytes(StandardCharsets.ISO_8859_1));
        return written(entries);
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                var bytes = new ByteArrayOutputStream();
                zip.getInputStream(entry).transferTo(bytes);
                entries.put(entry.getName(), bytes.toByteArray());
            }
        }
        return entries;
    }

    private Path written(Map<String, byte[]> entries) throws IOException {
        Path file = directory.resolve("forged.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String embedding(String text, String other) {
        return text.replaceAll("\"embedding\":\"[^\"]+\"", "\"embedding\":\"" + other + "\"");
    }

    private static String notANumber() {
        byte[] bytes = new byte[2048];
        for (int i = 0; i < bytes.length; i += 4) {
            bytes[i + 2] = (byte) 0xC0;
            bytes[i + 3] = 0x7F;
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private List<String> persons(GalleryName gallery) {
        return new Statements(stores.database.app()).list("""
                SELECT concat_ws(' ', p.name, p.external_id, p.metadata::text, p.suspended_at IS NOT NULL,
                                 string_agg(concat_ws(' ', encode(i.sha256, 'hex'), encode(c.sha256, 'hex'), f.box_x, f.landmarks,
                                                      f.quality, e.vector::text), ';' ORDER BY f.id)) AS line
                  FROM person p JOIN gallery g ON g.id = p.gallery_id
                  JOIN face f ON f.person_id = p.id JOIN image i ON i.id = f.image_id JOIN image c ON c.id = f.crop_image_id
                  JOIN embedding e ON e.face_id = f.id
                 WHERE g.name = ? AND p.deleted_at IS NULL
                 GROUP BY p.id ORDER BY p.external_id
                """, row -> row.getString(1), gallery.value());
    }

    private List<String> words(GalleryName gallery) {
        return new Statements(stores.database.app()).list("""
                SELECT concat_ws(' ', p.external_id, c.purpose, c.state)
                  FROM consent c JOIN person p ON p.id = c.person_id JOIN gallery g ON g.id = p.gallery_id WHERE g.name = ?
                """, row -> row.getString(1), gallery.value());
    }

    private String found(GalleryName gallery, int person) {
        return stores.in(() -> {
            long id = stores.galleries.require(gallery).id();
            var near = stores.embeddings
                    .nearestFaces(NearestQuery.of(id, new Faces(2 * person).embedding(), 1))
                    .found()
                    .get(0);
            return new Statements(stores.current())
                    .first(
                            "SELECT external_id FROM person JOIN face ON person.id = person_id WHERE face.id = ?",
                            row -> "%s %.3f".formatted(rowText(row), near.similarity()),
                            near.face().value())
                    .orElseThrow();
        });
    }

    private static String rowText(java.sql.ResultSet row) throws java.sql.SQLException {
        return row.getString(1);
    }

    private static <T> T connected(T bean) {
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
