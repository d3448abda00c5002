package org.semblance.retention.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Problem;
import org.semblance.platform.VersionMismatchException;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.Refusal;
import org.semblance.retention.PolicyTerms;
import org.semblance.retention.RetentionPolicy;
import org.semblance.retention.RetentionService;

/** Asks how long something is to be kept, within its bounds. */
final class PolicyDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What the number counts. */
    enum Unit {
        DAYS(ChronoUnit.DAYS),
        HOURS(ChronoUnit.HOURS),
        SECONDS(ChronoUnit.SECONDS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }

        static Unit of(Duration period) {
            return Arrays.stream(values())
                    .filter(unit ->
                            Periods.isWhole(period, unit.unit.getDuration().toSeconds()))
                    .findFirst()
                    .orElse(SECONDS);
        }
    }

    private final transient RetentionService retention;
    private final SerializableRunnable onChanged;
    private transient RetentionPolicy policy;
    final IntegerField number = new IntegerField(getTranslation("retention.period"));
    final Select<Unit> unit = new Select<>();
    final Checkbox enabled = new Checkbox(getTranslation("retention.enabled"));
    final Refusal refusal = new Refusal();
    final Button reload = new Button(getTranslation("retention.reload"), event -> reload());
    final Button save = new Button(getTranslation("action.save"), event -> save());

    PolicyDialog(RetentionPolicy policy, RetentionService retention, SerializableRunnable onChanged) {
        this.policy = policy;
        this.retention = retention;
        this.onChanged = onChanged;
        setHeaderTitle(Periods.kind(policy.kind(), policy.kind()));
        setWidth("28rem");
        number.setMin(0);
        number.setStepButtonsVisible(true);
        number.setAutofocus(true);
        unit.setLabel(getTranslation("retention.unit"));
        unit.setItems(Unit.values());
        unit.setItemLabelGenerator(
                one -> getTranslation("retention.unit." + one.name().toLowerCase(Locale.ROOT)));
        enabled.setHelperText(getTranslation("retention.enabled.help"));
        enabled.setEnabled(policy.lifetime().mayStay());
        reload.setVisible(false);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(this).setResetFocusOnActiveElement(true);
        var body =
                new Div(refusal, reload, new Paragraph(Periods.holds(policy)), new FormLayout(number, unit), enabled);
        body.addClassName("dialog-body");
        add(body);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
        show();
    }

    private void show() {
        var lifetime = policy.lifetime();
        number.setHelperText(getTranslation(
                "retention.bounds",
                Periods.of(lifetime.shortest()),
                Periods.of(lifetime.longest()),
                Periods.of(lifetime.standard())));
        Unit fitting = Unit.of(policy.period());
        unit.setValue(fitting);
        number.setValue(Math.toIntExact(policy.period().dividedBy(fitting.unit.getDuration())));
        enabled.setValue(policy.enabled());
    }

    private void reload() {
        policy = retention.require(policy.kind());
        refusal.hide();
        reload.setVisible(false);
        show();
    }

    private void save() {
        refusal.hide();
        Duration period = number.isEmpty() ? null : Duration.of(number.getValue(), unit.getValue().unit);
        number.setInvalid(period == null || !isWithin(period));
        number.setErrorMessage(number.getHelperText());
        if (period == null || number.isInvalid()) {
            return;
        }
        boolean isShorter = period.compareTo(policy.period()) < 0 || (enabled.getValue() && !policy.enabled());
        if (isShorter) {
            Confirmation.ask(
                    getTranslation("retention.shorter"),
                    getTranslation("retention.shorter.text", Periods.of(period)),
                    getTranslation("action.save"),
                    () -> save(period));
            return;
        }
        save(period);
    }

    private boolean isWithin(Duration period) {
        return period.compareTo(policy.lifetime().shortest()) >= 0
                && period.compareTo(policy.lifetime().longest()) <= 0;
    }

    private void save(Duration period) {
        try {
            retention.change(
                    new PolicyTerms(policy.kind(), period, enabled.getValue()), ExpectedVersion.of(policy.version()));
            close();
            Notice.success(getTranslation("retention.saved"));
            onChanged.run();
        } catch (VersionMismatchException e) {
            refusal.show(e);
            reload.setVisible(true);
        } catch (Problem problem) {
            refusal.show(problem);
        }
    }
}
