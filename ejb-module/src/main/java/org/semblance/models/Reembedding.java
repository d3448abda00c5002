package org.semblance.models;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.StandaloneAudit;
import org.semblance.gallery.StaleFaces;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobState;
import org.semblance.jobs.SystemJobs;
import org.semblance.platform.Problem;
import org.semblance.vision.ModelId;
import org.semblance.vision.analysis.ActivePack;

/**
 * Has stored faces embedded by a new model before it takes over, so that search misses nobody: it answers with the old
 * model until the last face is done.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reembedding {
    /** The job that embeds stored faces. */
    public static final String JOB = "reembed-faces";

    private static final Actor ACTOR = Actor.system();

    private final Activations activations;
    private final ActivePack active;
    private final StaleFaces stale;
    private final SystemJobs jobs;
    private final StandaloneAudit audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Reembedding() {
        this(null, null, null, null, null);
    }

    @Inject
    public Reembedding(
            Activations activations, ActivePack active, StaleFaces stale, SystemJobs jobs, StandaloneAudit audit) {
        this.activations = activations;
        this.active = active;
        this.stale = stale;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Takes a request one step further. */
    public void goOn(Activation activation) {
        try {
            if (activation.state() == ActivationState.REQUESTED) {
                begin(activation);
            } else if (hasEnded(activation)) {
                end(activation);
            }
        } catch (Problem e) {
            fail(activation, e.getMessage());
        }
    }

    private void begin(Activation activation) {
        var embedder = active.prepare(activation.pack());
        var model = embedder.model();
        stale.know(embedder);
        stale.retrySkipped(model);
        if (!stale.exist(model)) {
            activate(activation, model);
        } else if (activations.prepare(activation.id(), model)) {
            run(activation, model);
        }
    }

    private void run(Activation activation, ModelId model) {
        activations.run(activation.id(), start(activation.pack(), model, activation.requestedBy()));
    }

    private JobRunId start(String pack, ModelId model, Actor actor) {
        return jobs.start(actor, new JobRequest(JOB, Map.of("pack", pack, "model", model.value())));
    }

    private boolean hasEnded(Activation activation) {
        var execution = activation.execution();
        return execution == null || jobs.status(execution).state().isFinal();
    }

    /** New faces may have come while the others were embedded; whatever is left is a further run's work. */
    private void end(Activation activation) {
        var model = Objects.requireNonNull(activation.model());
        var execution = activation.execution();
        var state =
                execution == null ? JobState.COMPLETED : jobs.status(execution).state();
        if (state == JobState.STOPPED) {
            fail(activation, "Job run " + execution + " was stopped; activate the pack again to go on where it was");
        } else if (stale.exist(model)) {
            again(activation, model, state, execution);
        } else {
            finish(activation, model);
        }
    }

    private void again(Activation activation, ModelId model, JobState state, @Nullable JobRunId execution) {
        if (state == JobState.FAILED) {
            fail(activation, "Job run " + execution + " failed, its status says why; activate the pack again to go on");
            return;
        }
        active.prepare(activation.pack());
        run(activation, model);
    }

    private void finish(Activation activation, ModelId model) {
        long skipped = stale.skipped(model);
        if (skipped > 0 && !activation.allowSkipped()) {
            fail(
                    activation,
                    skipped
                            + " faces cannot be embedded again, because their pictures are gone or unreadable; delete them, "
                            + "or activate the pack again and allow that they are not found any more (allow_skipped)");
        } else {
            activate(activation, model);
        }
    }

    private void activate(Activation activation, ModelId model) {
        if (activations.activate(activation.id(), model)) {
            audit.record(
                    activation.requestedBy(),
                    AuditEvent.success("model-pack.activated", "model-pack", activation.pack())
                            .with("model", model.value())
                            .with("skipped", stale.skipped(model)));
        }
    }

    private void fail(Activation activation, String problem) {
        if (activations.fail(activation.id(), problem)) {
            audit.record(
                    activation.requestedBy(),
                    AuditEvent.refused("model-pack.activated", "model-pack", activation.pack())
                            .with("problem", problem));
        }
    }

    /**
     * Embeds faces that the model in use has missed: those that were enrolled on another node in the moment of the
     * change, and all of them when a release brings a new version of the pack in use.
     */
    public void catchUp() {
        if (!active.state().isReady() || activations.pending().isPresent()) {
            return;
        }
        var model = active.embedder().model();
        if (!jobs.isRunning(JOB) && stale.exist(model)) {
            stale.know(active.embedder());
            start(active.state().pack(), model, ACTOR);
        }
    }
}
