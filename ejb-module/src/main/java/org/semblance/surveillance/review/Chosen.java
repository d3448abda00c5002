package org.semblance.surveillance.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceNotFoundException;
import org.semblance.identity.Scope;
import org.semblance.platform.Statements;
import org.semblance.surveillance.unknown.StrangerId;
import org.semblance.surveillance.unknown.StrangerNotFoundException;

/**
 * The targets of a decision that there are within a scope. Nobody else decides about them until the transaction ends:
 * faces are locked before strangers, both in the order of ids, as whoever gives a face away elsewhere does.
 */
record Chosen(Targets wanted, List<TargetRow> faces, List<TargetStranger> strangers) {
    private static final String WHICH = """
              FROM semblance.face JOIN semblance.unknown_face AS unknown ON unknown.face_id = face.id
             WHERE (face.id = ANY (?) OR unknown.stranger_id = ANY (?)) AND (? OR face.gallery_id = ANY (?))
            """;
    private static final String LOCK_FACES = "SELECT face.id" + WHICH + " ORDER BY face.id FOR NO KEY UPDATE OF face";
    private static final String LOCK_STRANGERS = """
            SELECT * FROM semblance.stranger
             WHERE (id = ANY (?) OR id IN (SELECT stranger_id FROM semblance.unknown_face WHERE face_id = ANY (?)))
               AND (? OR gallery_id = ANY (?))
             ORDER BY id FOR UPDATE
            """;
    private static final String FACES =
            "SELECT face.id, face.gallery_id, face.person_id, face.quality, unknown.*" + WHICH + " ORDER BY face.id";

    static Chosen lock(DataSource database, Targets targets, Scope scope) {
        var statements = new Statements(database);
        var faces = targets.faces().stream().map(FaceId::value).toList();
        var strangers = targets.strangers().stream().map(StrangerId::value).toList();
        boolean all = scope.everywhere();
        Set<Long> galleries = scope.galleries();
        statements.list(LOCK_FACES, row -> row.getLong(1), faces, strangers, all, galleries);
        List<TargetStranger> locked =
                statements.list(LOCK_STRANGERS, TargetStranger::of, strangers, faces, all, galleries);
        List<TargetRow> rows = statements.list(FACES, TargetRow::of, faces, strangers, all, galleries);
        return new Chosen(targets, rows, locked);
    }

    /** Faces that were named themselves. */
    List<TargetRow> namedFaces() {
        Set<FaceId> named = new HashSet<>(wanted.faces());
        return faces.stream().filter(row -> named.contains(row.face())).toList();
    }

    List<TargetStranger> namedStrangers() {
        Set<StrangerId> named = new HashSet<>(wanted.strangers());
        return strangers.stream()
                .filter(stranger -> named.contains(stranger.id()))
                .toList();
    }

    List<TargetRow> of(TargetStranger stranger) {
        return faces.stream()
                .filter(row -> row.stranger().equals(stranger.id()))
                .toList();
    }

    /** What is not there, or not for the caller. */
    List<Refusal> missing() {
        Set<FaceId> there = namedFaces().stream().map(TargetRow::face).collect(Collectors.toSet());
        Set<StrangerId> known =
                namedStrangers().stream().map(TargetStranger::id).collect(Collectors.toSet());
        var missing = new ArrayList<Refusal>();
        wanted.faces().stream()
                .filter(face -> !there.contains(face))
                .forEach(face -> missing.add(Refusal.of(face, new FaceNotFoundException(face))));
        wanted.strangers().stream()
                .filter(stranger -> !known.contains(stranger))
                .forEach(stranger -> missing.add(Refusal.of(stranger, new StrangerNotFoundException(stranger))));
        return missing;
    }
}
