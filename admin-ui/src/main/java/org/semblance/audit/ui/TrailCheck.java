package org.semblance.audit.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.chain.TrailVerificationService;
import org.semblance.audit.chain.Verification;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;

/** Whether the trail is as it was recorded, as of the last verification, and the way to another one. */
final class TrailCheck extends Div {
    private static final long serialVersionUID = 1L;

    private final transient TrailVerificationService trail;
    final Span text = new Span();
    final Button verify = new Button(getTranslation("audit.verify"), PortalIcon.CHECK.create(), event -> start());
    final Button findings = new Button();
    private final Div state = new Div();
    private boolean isWaiting;
    private transient @Nullable Verification last;

    TrailCheck(TrailVerificationService trail) {
        this.trail = trail;
        addClassName("trail-check");
        findings.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        findings.addClickListener(event -> openFindings());
        add(state, text, findings, verify);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        refresh();
    }

    void refresh() {
        boolean running = trail.isRunning();
        last = trail.latest(1).stream().findFirst().orElse(null);
        verify.setEnabled(!running);
        state.removeAll();
        state.add(badge(running));
        text.setText(describe());
        int wrong = last == null ? 0 : last.findings().size();
        findings.setVisible(wrong > 0);
        findings.setText(getTranslation("audit.findings", wrong));
        if (isWaiting && !running) {
            isWaiting = false;
            tell();
        }
        if (running) {
            LiveView.soon(this);
        }
    }

    private Badge badge(boolean running) {
        if (running) {
            return new Badge(Badge.Tone.ACTIVE, getTranslation("audit.verifying"));
        }
        if (last == null) {
            return new Badge(Badge.Tone.NEUTRAL, getTranslation("audit.unverified"));
        }
        return last.findings().isEmpty()
                ? new Badge(Badge.Tone.GOOD, getTranslation("audit.intact"))
                : new Badge(Badge.Tone.BAD, getTranslation("audit.tampered"));
    }

    private String describe() {
        return Optional.ofNullable(last)
                .map(done -> getTranslation(
                        "audit.verified",
                        LocalFormat.format(done.endedAt()),
                        LocalFormat.format(done.entries()),
                        done.startedBy()))
                .orElseGet(() -> getTranslation("audit.unverified.text"));
    }

    private void tell() {
        if (last != null && last.findings().isEmpty()) {
            Notice.success(getTranslation("audit.intact.text"));
        } else {
            Notice.refusal(getTranslation("audit.tampered.text"));
        }
    }

    private void start() {
        trail.start();
        isWaiting = true;
        verify.setEnabled(false);
        state.removeAll();
        state.add(badge(true));
        LiveView.soon(this);
    }

    private void openFindings() {
        if (last != null) {
            new FindingsDialog(last).open();
        }
    }
}
