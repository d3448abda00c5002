package org.semblance.vision;

import java.util.List;

/** Computes embeddings, several faces in one inference. */
public interface FaceEmbedder {
    ModelId model();

    int dimension();

    /** One embedding for each face, in their order. */
    List<Embedding> embed(List<AlignedFace> faces);
}
