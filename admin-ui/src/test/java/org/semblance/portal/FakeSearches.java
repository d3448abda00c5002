package org.semblance.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.Decision;
import org.semblance.gallery.Decision.Outcome;
import org.semblance.gallery.Decision.Reason;
import org.semblance.gallery.DecisionRule;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.Identified;
import org.semblance.gallery.Identified.Candidate;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.SearchRequest;
import org.semblance.gallery.SearchResult;
import org.semblance.gallery.SearchResult.RecognizedFace;
import org.semblance.gallery.SearchService;
import org.semblance.gallery.search.SearchPlan;
import org.semblance.platform.Problem;
import org.semblance.storage.ImageKey;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.Landmarks;
import org.semblance.vision.ModelId;
import org.semblance.vision.PixelSize;
import org.semblance.vision.Quality;

/** Finds in every photo what the test has put there. */
public class FakeSearches extends SearchService {
    public static final ModelId MODEL = new ModelId("starter/embedder");
    private static final DecisionRule RULE = new DecisionRule(0.4, 0.05, 1);

    public final List<SearchRequest> requests = new ArrayList<>();
    public final List<RecognizedFace> faces = new ArrayList<>();
    public PixelSize size = new PixelSize(200, 100);
    public Optional<Problem> refusal = Optional.empty();

    @Override
    public SearchResult search(SearchRequest request) {
        requests.add(request);
        refusal.ifPresent(problem -> {
            throw problem;
        });
        return new SearchResult(size, MODEL, faces);
    }

    /** A face that is one person's, with nobody near. */
    public void matched(Box box, long person, String name, double score) {
        var decision =
                new Decision(Outcome.MATCHED, Reason.CLEAR, new PersonId(person), score, score - 0.3, RULE, MODEL);
        faces.add(recognized(box, decision, candidate(person, name, score)));
    }

    /** A face that two persons are too much alike to. */
    public void ambiguous(Box box, double score) {
        var decision = new Decision(Outcome.AMBIGUOUS, Reason.TOO_CLOSE, null, score, score - 0.01, RULE, MODEL);
        faces.add(recognized(box, decision, candidate(1, "Anna", score), candidate(2, "Berta", score - 0.01)));
    }

    /** A face that nobody's is near. */
    public void unknown(Box box, double score) {
        var decision = new Decision(Outcome.UNKNOWN, Reason.BELOW_THRESHOLD, null, score, null, RULE, MODEL);
        faces.add(recognized(box, decision));
    }

    private static RecognizedFace recognized(Box box, Decision decision, Candidate... candidates) {
        var plan = new SearchPlan(SearchPlan.Method.EXACT, "test", 2);
        return new RecognizedFace(face(box), new Identified(decision, List.of(candidates), plan));
    }

    private static Candidate candidate(long person, String name, double score) {
        var crop = new ImageKey("faces/" + person + ".png");
        return new Candidate(new PersonId(person), name, new FaceId(person), crop, score);
    }

    @SuppressWarnings("NullAway") // only the pipeline makes aligned faces; the page reads them when asked for pictures
    private static AnalyzedFace face(Box box) {
        var detected = new DetectedFace(box, new Landmarks(new float[2 * Landmarks.POINTS]), 0.95f);
        var quality = new Quality(0.82, java.util.Set.of());
        return new AnalyzedFace(detected, null, quality, Embedding.of(MODEL, new float[] {1, 0}));
    }
}
