package org.semblance.gallery.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.vision.Embedding;

/** As rows of a database where every gallery has its own partition, and a graph for every model that there is. */
record PartedRows(DatabaseRows rows) implements TestedStore {
    @Override
    public EmbeddingStore embeddings() {
        return rows.embeddings();
    }

    @Override
    public long gallery() {
        long gallery = rows.gallery();
        rows.rows().run("SELECT part_embeddings(?)", gallery);
        rows.rows().run("SELECT build_embedding_graph(?, id) FROM model", gallery);
        return gallery;
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
        return rows.face(gallery, person, embedding);
    }

    @Override
    public void give(FaceId face, @Nullable PersonId person) {
        rows.give(face, person);
    }

    @Override
    public void delete(FaceId face) {
        rows.delete(face);
    }

    @Override
    public void setDeleted(PersonId person, boolean isDeleted) {
        rows.setDeleted(person, isDeleted);
    }

    @Override
    public void claim(PersonId person, UUID user) {
        rows.claim(person, user);
    }

    @Override
    public void makePublic(PersonId person) {
        rows.makePublic(person);
    }

    @Override
    public void own(FaceId face, UUID user) {
        rows.own(face, user);
    }
}
