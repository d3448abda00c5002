package org.semblance.transfer.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.semblance.platform.Problem;
import org.semblance.transfer.ArchivedFace;
import org.semblance.transfer.GalleryArchive;
import org.semblance.transfer.GalleryImport;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.analysis.ActivePack;

/** Looks at the pictures of each face, and embeds those that came without what this installation's model makes of them. */
@Named
@Dependent
public class ArchivedFaceChecker implements ItemProcessor {
    private final GalleryImport imports;
    private final ActivePack packs;

    @Inject
    public ArchivedFaceChecker(GalleryImport imports, ActivePack packs) {
        this.imports = imports;
        this.packs = packs;
    }

    @Override
    public Object processItem(Object item) {
        var archived = (ArchivedItem) item;
        List<GalleryImport.Checked> faces = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        for (ArchivedFace face : archived.person().faces()) {
            try {
                faces.add(new GalleryImport.Checked(face, embedding(archived.archive(), face)));
            } catch (Problem refusal) {
                if (refusal.kind() == Problem.Kind.UNAVAILABLE || refusal.kind() == Problem.Kind.BUSY) {
                    throw refusal;
                }
                refusals.add(refusal);
            }
        }
        return new ArchivedItem(archived.archive(), archived.person(), faces, refusals);
    }

    private Embedding embedding(GalleryArchive archive, ArchivedFace face) {
        archive.picture(face, false);
        AlignedFace aligned = imports.aligned(archive.picture(face, true));
        var model = packs.embedder().model();
        Embedding brought = face.embedding();
        if (brought != null && brought.model().equals(model)) {
            return brought;
        }
        return packs.embedder(model).embed(List.of(aligned)).get(0);
    }
}
