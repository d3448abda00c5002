package org.semblance.lookalike.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.gallery.batch.ExaminedPicture;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.Tally;
import org.semblance.lookalike.PublicFigures;
import org.semblance.platform.Problem;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.transfer.batch.PersonPicture;

/** Enrolls what was examined of public figures and notes what was refused, all of a chunk or none of it. */
@Named
@Dependent
public class FigureEnroller extends AbstractItemWriter {
    private final PublicFigures figures;
    private final JobEnrolment enrolment;
    private final JobItemFailures failures;
    private final JobContext job;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String gallery;

    @Inject
    @BatchProperty
    private String source;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public FigureEnroller(
            PublicFigures figures,
            JobEnrolment enrolment,
            JobItemFailures failures,
            JobContext job,
            ChunkLedger ledger) {
        this.figures = figures;
        this.enrolment = enrolment;
        this.failures = failures;
        this.job = job;
        this.ledger = ledger;
    }

    @Override
    public void writeItems(List<Object> items) {
        var tally = Tally.NOTHING;
        var candidates = candidates(items).iterator();
        for (Object item : items) {
            var examined = (ExaminedPicture) item;
            tally = examined.refusal() == null
                    ? enroll(examined.picture(), candidates.next(), tally)
                    : refuse(examined.picture(), examined.refusal(), tally);
        }
        var last = (ExaminedPicture) items.get(items.size() - 1);
        ledger.keep(last.picture().key(), tally);
    }

    private List<Enrolment.Candidate> candidates(List<Object> items) {
        return enrolment.embed(items.stream()
                .map(ExaminedPicture.class::cast)
                .filter(examined -> examined.refusal() == null)
                .map(ExaminedPicture::requireFound)
                .toList());
    }

    private Tally enroll(PersonPicture picture, Enrolment.Candidate candidate, Tally tally) {
        var figure = Objects.requireNonNull(picture.person());
        var enrolled =
                figures.enroll(new GalleryName(gallery), figure, candidate, isList(), Actor.job(job.getJobName()));
        return tally.accepted()
                .with("figures-created", enrolled.isNewFigure() ? 1 : 0)
                .with("figures-changed", enrolled.isChanged() ? 1 : 0)
                .with(enrolled.isNewFace() ? "faces-enrolled" : "faces-skipped", 1);
    }

    private boolean isList() {
        return source.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private Tally refuse(PersonPicture picture, Problem refusal, Tally tally) {
        failures.add(ledger.run(), picture.item(), refusal);
        return tally.refused().with("refused." + refusal.code(), 1);
    }
}
