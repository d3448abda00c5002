package org.semblance.models.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.semblance.models.PackOverview;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.vision.FalseAcceptRate;
import org.semblance.vision.install.InstalledPack;
import org.semblance.vision.install.Receipt;
import org.semblance.vision.pack.ModelPack;

/** One installed pack: what it is, how sure it is of whom, and what can be done with it. */
final class PackCard extends Div {
    private static final long serialVersionUID = 1L;

    final Button activate = new Button(getTranslation("models.activate"));
    final Button check = new Button(getTranslation("models.check"));
    final Button remove = new Button(PortalIcon.DELETE.create());

    PackCard(PackOverview pack) {
        addClassNames("card", "pack-card");
        InstalledPack installed = pack.installed();
        var details = new Span(LocalFormat.bytes(installed.bytes()));
        details.addClassName("secondary");
        var header = new Div(new Div(new H2(installed.name()), details), badge(pack));
        header.addClassName("card-header");
        add(header);
        ModelPack models = installed.pack();
        if (models == null) {
            var problem = new Div(getTranslation("problem.model-pack-invalid", installed.problem()));
            problem.addClassName("job-message");
            add(problem);
        } else {
            add(new Paragraph(models.description()), facts(installed, models), thresholds(models));
        }
        if (PortalSession.permits(Permissions.MODEL_MANAGE)) {
            add(actions(pack));
        }
    }

    private Badge badge(PackOverview pack) {
        if (pack.isActive()) {
            return new Badge(Badge.Tone.GOOD, getTranslation("models.active"));
        }
        if (pack.isPending()) {
            return new Badge(Badge.Tone.ACTIVE, getTranslation("models.pending"));
        }
        return pack.installed().pack() == null
                ? new Badge(Badge.Tone.BAD, getTranslation("models.broken"))
                : new Badge(Badge.Tone.NEUTRAL, getTranslation("models.installed"));
    }

    private Facts facts(InstalledPack installed, ModelPack pack) {
        var facts = new Facts()
                .fact(getTranslation("models.version"), pack.version())
                .fact(getTranslation("models.licence"), pack.licence().terms())
                .fact(getTranslation("models.embedder"), pack.embedder().name())
                .fact(
                        getTranslation("models.dimension"),
                        LocalFormat.format(pack.embedder().dimension()))
                .fact(
                        getTranslation("models.liveness"),
                        getTranslation(pack.liveness() == null ? "jobs.value.false" : "jobs.value.true"));
        Receipt receipt = installed.receipt();
        if (receipt != null) {
            facts.fact(
                    getTranslation("models.from"),
                    getTranslation(
                            "models.receipt",
                            receipt.source(),
                            receipt.installedBy(),
                            LocalFormat.format(receipt.installedAt())));
        }
        return facts;
    }

    /** The similarity that a match needs for each rate of mistakes: reckoned where nobody measured it. */
    private Component thresholds(ModelPack pack) {
        var facts = new Facts();
        var measured = pack.thresholds().measured();
        for (FalseAcceptRate rate : FalseAcceptRate.values()) {
            String value = LocalFormat.format(pack.thresholds().at(rate));
            facts.fact(
                    getTranslation("gallery.false-accepts.rate", Math.round(1 / rate.rate())),
                    measured.containsKey(rate) ? value : getTranslation("models.reckoned", value));
        }
        return new Details(getTranslation("models.thresholds"), facts);
    }

    private Component actions(PackOverview pack) {
        boolean isSound = pack.installed().pack() != null;
        activate.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        activate.setVisible(isSound && !pack.isActive() && !pack.isPending());
        check.addThemeVariants(ButtonVariant.LUMO_SMALL);
        remove.addThemeVariants(
                ButtonVariant.LUMO_SMALL,
                ButtonVariant.LUMO_TERTIARY,
                ButtonVariant.LUMO_ERROR,
                ButtonVariant.LUMO_ICON);
        remove.setVisible(!pack.isActive() && !pack.isPending());
        remove.setAriaLabel(getTranslation("models.remove.one", pack.installed().name()));
        remove.setTooltipText(getTranslation("action.delete"));
        var actions = new Div(activate, check, remove);
        actions.addClassName("job-actions");
        return actions;
    }
}
