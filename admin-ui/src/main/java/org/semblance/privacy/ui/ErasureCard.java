package org.semblance.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.ExportMenu;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.Views;
import org.semblance.privacy.erasure.Erasure;
import org.semblance.privacy.erasure.ErasureService;
import org.semblance.privacy.erasure.SignedReport;

/** How an erasure stands. */
final class ErasureCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ErasureService erasures;
    private final SerializableRunnable onRetry;
    private transient @Nullable Erasure shown;

    ErasureCard(ErasureService erasures, SerializableRunnable onRetry) {
        this.erasures = erasures;
        this.onRetry = onRetry;
        addClassName("card");
    }

    /** Changes nothing on the page while nothing has changed. */
    void show(Erasure erasure) {
        if (erasure.equals(shown)) {
            return;
        }
        shown = erasure;
        removeAll();
        var header =
                new Div(new H2(getTranslation("erasure.number", erasure.id().toString())), ErasureTexts.badge(erasure));
        header.addClassName("card-header");
        add(header, new Paragraph(Codes.of("erasure.story.", erasure.state())));
        if (erasure.state() == Erasure.State.RUNNING) {
            var progress = new ProgressBar();
            progress.setIndeterminate(true);
            progress.getElement().setAttribute("aria-label", getTranslation("erasure.state.running"));
            add(progress);
        }
        add(facts(erasure));
        addActions(erasure);
    }

    private Facts facts(Erasure erasure) {
        var person = erasure.person();
        var facts = new Facts();
        if (person != null) {
            facts.with("person.pick", getTranslation("person.unnamed", person.toString()));
        }
        facts.with("erasure.called", erasure.pseudonym().toString())
                .with("erasure.reason", Codes.of("erasure.reason.", erasure.reason()))
                .with("erasure.by", erasure.requestedBy())
                .with("erasure.requested", LocalFormat.format(erasure.requestedAt()))
                .with("erasure.due", LocalFormat.format(erasure.dueAt()));
        time(facts, "erasure.started", erasure.startedAt());
        time(facts, "erasure.ended", erasure.endedAt());
        var run = erasure.execution();
        if (run != null) {
            Views.address("jobs", "run=" + run)
                    .ifPresentOrElse(
                            address -> facts.with("erasure.job", new Anchor(address, run.toString())),
                            () -> facts.with("erasure.job", run.toString()));
        }
        if (erasure.problem() != null) {
            facts.with("erasure.problem", erasure.problem());
        }
        return facts;
    }

    private static void time(Facts facts, String key, @Nullable Instant time) {
        if (time != null) {
            facts.with(key, LocalFormat.format(time));
        }
    }

    private void addActions(Erasure erasure) {
        if (erasure.state() == Erasure.State.DONE) {
            add(new ExportMenu()
                    .with(
                            getTranslation("erasure.report.json"),
                            event -> write(erasure, event, "application/json", ".json"))
                    .with(
                            getTranslation("erasure.report.jws"),
                            event -> write(erasure, event, "application/jose", ".jws")));
        }
        boolean stands = erasure.state() == Erasure.State.FAILED || erasure.state() == Erasure.State.HELD;
        if (stands && PortalSession.permits(Permissions.ERASURE_RUN)) {
            var retry =
                    new Button(getTranslation("erasure.retry"), PortalIcon.RESTART.create(), event -> onRetry.run());
            var actions = new Div(retry);
            actions.addClassName("account-actions");
            add(actions);
        }
    }

    private void write(Erasure erasure, DownloadEvent event, String type, String ending) throws IOException {
        SignedReport report = erasures.report(erasure.id());
        event.setFileName("erasure-" + erasure.id() + ending);
        event.setContentType(type);
        String text = ending.equals(".json") ? report.json() : report.signature();
        event.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
