package org.semblance.gallery.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.vision.Embedding;

/** The contract's surroundings as rows of a migrated database. */
record DatabaseRows(GalleryRows rows, EmbeddingStore embeddings) implements TestedStore {
    @Override
    public long gallery() {
        return rows.gallery();
    }

    @Override
    public PersonId person(long gallery) {
        return rows.person(gallery);
    }

    @Override
    public UUID user() {
        return rows.user();
    }

    @Override
    public FaceId face(long gallery, @Nullable PersonId person, Embedding embedding) {
        FaceId face = rows.face(gallery, person);
        embeddings.add(face, embedding);
        return face;
    }

    @Override
    public void give(FaceId face, @Nullable PersonId person) {
        @Nullable Long whose = person == null ? null : person.value();
        rows.run("UPDATE face SET person_id = ? WHERE id = ?", whose, face.value());
    }

    @Override
    public void delete(FaceId face) {
        rows.run("DELETE FROM face WHERE id = ?", face.value());
    }

    @Override
    public void setDeleted(PersonId person, boolean isDeleted) {
        rows.run("UPDATE person SET deleted_at = CASE WHEN ? THEN now() END WHERE id = ?", isDeleted, person.value());
    }

    @Override
    public void claim(PersonId person, UUID user) {
        rows.run("UPDATE person SET user_id = ? WHERE id = ?", user, person.value());
    }

    @Override
    public void makePublic(PersonId person) {
        rows.run("UPDATE person SET public_figure = true WHERE id = ?", person.value());
    }

    @Override
    public void own(FaceId face, UUID user) {
        rows.run("UPDATE face SET owner_id = ? WHERE id = ?", user, face.value());
    }
}
