package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobStatus;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;

/** Who asked for a run, for what, where and when it was done, and what came of it. */
final class JobFacts extends Div {
    private static final long serialVersionUID = 1L;

    private transient @Nullable JobStatus shown;

    JobFacts() {
        addClassNames("cards", "job-facts");
    }

    void show(JobStatus job) {
        if (job.equals(shown)) {
            return;
        }
        shown = job;
        removeAll();
        add(card("jobs.run-facts", facts(job)));
        if (!job.counts().isEmpty()) {
            add(card("jobs.report", counts(job.counts())));
        }
    }

    private Component card(String heading, Facts facts) {
        var card = new Div(new H2(getTranslation(heading)), facts);
        card.addClassName("card");
        return card;
    }

    private Facts facts(JobStatus job) {
        var facts = new Facts()
                .fact(getTranslation("jobs.asked-by"), job.requestedBy().name());
        time(facts, "jobs.asked-at", job.times().createdAt());
        time(facts, "jobs.started-at", job.times().startedAt());
        time(facts, "jobs.ended-at", job.times().endedAt());
        if (job.node() != null) {
            facts.fact(getTranslation("jobs.node"), job.node());
        }
        if (job.attempt() > 1) {
            facts.fact(getTranslation("jobs.attempt"), LocalFormat.format(job.attempt()));
        }
        job.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(told -> facts.fact(JobTexts.field(told.getKey()), JobTexts.value(told.getValue())));
        return facts;
    }

    private void time(Facts facts, String label, @Nullable Instant time) {
        if (time != null) {
            facts.fact(getTranslation(label), LocalFormat.format(time));
        }
    }

    private static Facts counts(Map<String, Long> counts) {
        var facts = new Facts();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(count -> facts.fact(JobTexts.count(count.getKey()), LocalFormat.format(count.getValue())));
        return facts;
    }
}
