package org.semblance.transfer.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.semblance.platform.Problem;
import org.semblance.transfer.ArchivedFace;
import org.semblance.transfer.GalleryArchive;
import org.semblance.transfer.GalleryImport;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;
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
        List<Looked> looked = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        for (ArchivedFace face : archived.person().faces()) {
            try {
                looked.add(look(archived.archive(), face));
            } catch (Problem refusal) {
                if (refusal.kind() == Problem.Kind.UNAVAILABLE || refusal.kind() == Problem.Kind.BUSY) {
                    throw refusal;
                }
                refusals.add(refusal);
            }
        }
        return new ArchivedItem(archived.archive(), archived.person(), checked(looked), refusals);
    }

    private record Looked(ArchivedFace face, AlignedFace crop) {}

    private Looked look(GalleryArchive archive, ArchivedFace face) {
        archive.picture(face, false);
        return new Looked(face, imports.aligned(archive.picture(face, true)));
    }

    private List<GalleryImport.Checked> checked(List<Looked> looked) {
        var model = packs.embedder().model();
        var made = packs.embedder(model)
                .embed(looked.stream()
                        .filter(one -> !isBrought(one.face(), model))
                        .map(Looked::crop)
                        .toList())
                .iterator();
        return looked.stream()
                .map(one -> new GalleryImport.Checked(
                        one.face(),
                        isBrought(one.face(), model)
                                ? Objects.requireNonNull(one.face().embedding())
                                : made.next()))
                .toList();
    }

    private static boolean isBrought(ArchivedFace face, ModelId model) {
        Embedding brought = face.embedding();
        return brought != null && brought.model().equals(model);
    }
}
