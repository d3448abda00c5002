package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.gallery.JobEnrolment.Outcome;
import org.semblance.gallery.JobEnrolment.Portrait;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.Tally;
import org.semblance.platform.Problem;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.transfer.batch.PersonPicture;

/** Enrolls what was examined and notes what was refused, all of a chunk or none of it. */
@Named
@Dependent
public class PictureEnroller extends AbstractItemWriter {
    private final JobEnrolment enrolment;
    private final JobItemFailures failures;
    private final JobContext job;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String gallery;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PictureEnroller(JobEnrolment enrolment, JobItemFailures failures, JobContext job, ChunkLedger ledger) {
        this.enrolment = enrolment;
        this.failures = failures;
        this.job = job;
        this.ledger = ledger;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<ExaminedPicture> examined =
                items.stream().map(ExaminedPicture.class::cast).toList();
        var tally = Tally.NOTHING;
        for (ExaminedPicture one : examined) {
            tally = one.refusal() == null ? tally : refuse(one.picture(), one.refusal(), tally);
        }
        List<Portrait> accepted =
                accepted(examined.stream().filter(one -> one.refusal() == null).toList());
        for (Outcome enrolled : enrolment.enroll(new GalleryName(gallery), accepted, Actor.job(job.getJobName()))) {
            tally = tally.accepted()
                    .with("persons-created", enrolled.isNewPerson() ? 1 : 0)
                    .with(enrolled.isNewFace() ? "faces-enrolled" : "faces-skipped", 1);
        }
        ledger.keep(examined.get(examined.size() - 1).picture().key(), tally);
    }

    private List<Portrait> accepted(List<ExaminedPicture> fit) {
        List<Enrolment.Candidate> candidates =
                enrolment.embed(fit.stream().map(ExaminedPicture::requireFound).toList());
        return IntStream.range(0, fit.size())
                .mapToObj(i ->
                        new Portrait(Objects.requireNonNull(fit.get(i).picture().person()), candidates.get(i)))
                .toList();
    }

    private Tally refuse(PersonPicture picture, Problem refusal, Tally tally) {
        failures.add(ledger.run(), picture.item(), refusal);
        return tally.refused().with("refused." + refusal.code(), 1);
    }
}
