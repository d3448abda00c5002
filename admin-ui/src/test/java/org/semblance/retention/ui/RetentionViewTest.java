package org.semblance.retention.ui;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.jobs.JobRunId;
import org.semblance.lifetime.Lifetime;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.portal.PortalTest;
import org.semblance.retention.PolicyTerms;
import org.semblance.retention.PurgeLine;
import org.semblance.retention.PurgeReport;
import org.semblance.storage.ImageKey;
import org.semblance.storage.QuarantinedFile;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class RetentionViewTest extends PortalTest {
    @Test
    void tells_how_long_each_kind_is_kept() {
        services.work.retention.have("sessions", Lifetime.ofDays(30, 1, 365));

        open("retention", Permissions.RETENTION_READ);

        List<String> row = GridKt._getFormattedRow(view().policies, 0);
        assertThat(row.get(0)).contains("Sessions");
        assertThat(row.get(1)).contains("30 days");
    }

    @Test
    void changes_a_period() {
        services.work.retention.have("sessions", Lifetime.ofDays(30, 1, 365));
        var dialog = edit();

        dialog.number.setValue(60);
        _click(dialog.save);

        assertThat(services.work.retention.require("sessions").period()).isEqualTo(Duration.ofDays(60));
    }

    @Test
    void asks_before_more_is_removed() {
        services.work.retention.have("sessions", Lifetime.ofDays(30, 1, 365));
        var dialog = edit();

        dialog.number.setValue(7);
        _click(dialog.save);
        assertThat(services.work.retention.require("sessions").period()).isEqualTo(Duration.ofDays(30));
        var confirm = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(confirm, new ConfirmDialog.ConfirmEvent(confirm, true));

        assertThat(services.work.retention.require("sessions").period()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void refuses_what_lies_outside_of_the_bounds() {
        services.work.retention.have("sessions", Lifetime.ofDays(30, 1, 365));
        var dialog = edit();

        dialog.number.setValue(500);
        _click(dialog.save);

        assertThat(dialog.number.isInvalid()).isTrue();
        assertThat(dialog.number.getErrorMessage()).isEqualTo("From one day to 365 days; usually 30 days");
    }

    @Test
    void says_so_when_somebody_else_was_quicker() {
        services.work.retention.have("sessions", Lifetime.ofDays(30, 1, 365));
        var dialog = edit();

        services.work.retention.change(new PolicyTerms("sessions", Duration.ofDays(50), true), ExpectedVersion.ANY);
        dialog.number.setValue(60);
        _click(dialog.save);
        assertThat(dialog.refusal.getText()).startsWith("Somebody else has changed this");
        _click(dialog.reload);

        assertThat(dialog.number.getValue()).isEqualTo(50);
    }

    @Test
    void a_dry_run_tells_what_would_go() {
        services.work.retention.have("sessions", Lifetime.ofDays(30, 1, 365));
        open("retention", Permissions.RETENTION_READ);

        _click(view().dryRun);

        assertThat(view().summary.getText()).isEqualTo("12 would go now, 3.4\u00a0kB");
        assertThat(text(GridKt._getCellComponent(view().policies, 0, column(2))))
                .contains("12");
    }

    @Test
    void lists_reports_by_their_own_address() {
        services.work.retention.reports.add(new PurgeReport(
                1,
                new JobRunId(1),
                "retention-purge",
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(new PurgeLine(
                        "sessions", Instant.EPOCH, 12, 3_400, 1, 0, Duration.ZERO, null, Instant.EPOCH))));

        open("retention/reports", Permissions.RETENTION_READ);

        assertThat(text(_get(ReportList.class))).contains("12 removed", "Sessions", "1 held");
    }

    @Test
    void puts_a_file_back_whose_row_has_come_back() {
        services.work.quarantine.files.add(new QuarantinedFile(5, new ImageKey("faces/a.png"), 900, Instant.EPOCH));
        open("retention/images", Permissions.RETENTION_READ, Permissions.RETENTION_MANAGE);

        _click((Button) GridKt._getCellComponent(_get(QuarantineList.class).files, 0, "actions"));

        assertThat(services.work.quarantine.files).isEmpty();
    }

    @Test
    void readers_change_nothing() {
        services.work.retention.have("sessions", Lifetime.ofDays(30, 1, 365));

        open("retention", Permissions.RETENTION_READ);

        assertThat(view().policies.getColumnByKey("actions").isVisible()).isFalse();
    }

    @Test
    void is_closed_to_those_who_may_not_read_it() {
        open("retention", Permissions.JOB_READ);

        assertThat(_find(RetentionView.class)).isEmpty();
    }

    private PolicyDialog edit() {
        open("retention", Permissions.RETENTION_READ, Permissions.RETENTION_MANAGE);
        _click((Button) GridKt._getCellComponent(view().policies, 0, "actions"));
        return _get(PolicyDialog.class);
    }

    private void open(String address, String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(address);
    }

    private static String column(int index) {
        var column = view().policies.getColumns().get(index);
        if (column.getKey() == null) {
            column.setKey("column-" + index);
        }
        return column.getKey();
    }

    private static RetentionView view() {
        return _get(RetentionView.class);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
