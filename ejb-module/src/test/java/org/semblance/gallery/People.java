package org.semblance.gallery;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static org.semblance.gallery.GalleryStores.ANNA;

/** Galleries with made-up people in them, and what is known of them. */
final class People {
    private final Faces faces = new Faces(3);
    private final GalleryStores stores;

    People(GalleryStores stores) {
        this.stores = stores;
    }

    void undo(PersonChangeId change) {
        stores.run(() -> stores.undo.undo(change, ANNA));
    }

    void merge(PersonId survivor, PersonId other) {
        stores.in(() -> stores.changes.merge(survivor, List.of(other), ANNA));
    }

    GalleryName gallery(String name) {
        stores.run(() -> stores.galleries.add(NewGallery.named(name)));
        return new GalleryName(name);
    }

    PersonId person(GalleryName gallery, String name) {
        return person(gallery, new NewPerson(name, null));
    }

    PersonId person(GalleryName gallery, NewPerson person) {
        return stores.in(() -> stores.persons.add(gallery, person, ANNA));
    }

    NewPerson claimed(String name, UUID user) {
        return new NewPerson(name, null, Metadata.NONE, false, user);
    }

    FaceId face(PersonId person) {
        return face(person, 0.8);
    }

    FaceId face(PersonId person, double quality) {
        var face = new NewFace(person, Faces.analyzed(faces.embedding(), quality), faces.image(), faces.image());
        return stores.in(() -> stores.faces.add(face, ANNA)).id();
    }

    List<FaceId> facesOf(PersonId person) {
        return stores.in(() -> stores.faces.list(person, 0, 100)).items().stream()
                .map(FaceSummary::id)
                .toList();
    }

    PersonSummary summary(PersonId person) {
        return stores.in(() -> stores.persons.requireSummary(person, Optional.of(Faces.MODEL)));
    }

    List<PersonChange> changes(PersonId person) {
        return stores.in(() -> stores.changes.list(person, 0, 100)).items();
    }

    List<PersonId> list(GalleryName gallery) {
        return stores
                .in(() -> stores.persons.list(new PersonQuery(gallery, "", 0, 200), Optional.empty()))
                .items()
                .stream()
                .map(PersonSummary::id)
                .toList();
    }

    UUID user(String name) throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = stores.database.app().getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO app_user (id, username, display_name, password_hash) VALUES (?, ?, ?, 'x')")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setString(3, name);
            insert.executeUpdate();
        }
        return id;
    }
}
