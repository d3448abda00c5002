package org.semblance.transfer;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.semblance.gallery.Metadata;
import org.semblance.gallery.NewPerson;
import org.semblance.platform.InvalidInputException;

/** Puts the lines of persons and those of their faces together: both are in the order of the persons' ids. */
final class ArchivedPersons implements Iterator<ArchivedPerson> {
    private static final int MOST_FACES = 10_000;

    private final ArchiveLines persons;
    private final ArchiveLines faces;
    private final GalleryArchive archive;
    private long last;

    ArchivedPersons(ArchiveLines persons, ArchiveLines faces, GalleryArchive archive, long after) {
        this.persons = persons;
        this.faces = faces;
        this.archive = archive;
        while (persons.peek().filter(person -> id(person, "id") <= after).isPresent()) {
            last = id(persons.take(), "id");
        }
        while (faces.peek().filter(face -> id(face, "person") <= after).isPresent()) {
            faces.take();
        }
    }

    @Override
    public boolean hasNext() {
        return persons.peek().isPresent();
    }

    @Override
    public ArchivedPerson next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        JsonObject person = persons.take();
        long id = id(person, "id");
        GalleryArchive.check(id > last, "its persons are not in the order of their ids");
        last = id;
        List<ArchivedFace> own = new ArrayList<>();
        while (faces.peek().filter(face -> id(face, "person") <= id).isPresent()) {
            GalleryArchive.check(own.size() < MOST_FACES, "a person has more than " + MOST_FACES + " faces");
            JsonObject face = faces.take();
            GalleryArchive.check(id(face, "person") == id, "it has faces of a person who is not there");
            own.add(face(face));
        }
        try {
            return new ArchivedPerson(id, person(person), person.getJsonArray("consents"), own);
        } catch (ClassCastException | NullPointerException e) {
            throw new ArchiveRefusedException("Person " + id + " of the archive is not what an export writes", e);
        }
    }

    private ArchivedFace face(JsonObject face) {
        try {
            return ArchivedFace.read(face, archive.model(), archive.dimension());
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | ArithmeticException e) {
            throw new ArchiveRefusedException("A face of the archive is not what an export writes", e);
        }
    }

    private static NewPerson person(JsonObject json) {
        var texts = new TreeMap<String, String>();
        json.getJsonObject("metadata").forEach((key, value) -> texts.put(key, ((JsonString) value).getString()));
        try {
            return new NewPerson(
                    json.getString("name", null),
                    json.getString("external_id", null),
                    new Metadata(texts),
                    json.getBoolean("public_figure"),
                    null);
        } catch (InvalidInputException e) {
            throw new ArchiveRefusedException("A person of the archive cannot be: " + e.getMessage(), e);
        }
    }

    private static long id(JsonObject json, String name) {
        try {
            return json.getJsonNumber(name).longValueExact();
        } catch (ClassCastException | NullPointerException | ArithmeticException e) {
            throw new ArchiveRefusedException("A line of the archive has no id", e);
        }
    }
}
