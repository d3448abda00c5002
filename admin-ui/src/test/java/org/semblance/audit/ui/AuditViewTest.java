package org.semblance.audit.ui;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.audit.AuditEntry;
import org.semblance.audit.AuditQuery;
import org.semblance.audit.chain.Finding;
import org.semblance.audit.chain.Verification;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.ExportMenu;
import org.semblance.platform.ui.FailureView;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class AuditViewTest extends PortalTest {

    @Test
    void lists_the_newest_first_and_pages_by_ids() {
        for (int i = 0; i < 120; i++) {
            services.admin.audit.have("anna", "person.created", "4", "success");
        }
        open("audit");

        assertThat(_size(grid())).isEqualTo(120);
        assertThat(GridKt._get(grid(), 0).id()).isEqualTo(120);
    }

    @Test
    void takes_its_filters_from_the_address_and_passes_over_what_means_nothing() {
        services.admin.audit.have("anna", "person.created", "4", "success");
        services.admin.audit.have("ben", "person.deleted", "4", "refused");
        signInWith(Permissions.AUDIT_READ);
        UI.getCurrent()
                .navigate(
                        "audit",
                        QueryParameters.simple(
                                Map.of("actor", "ben", "outcome", "perhaps", "from", "yesterday", "object", "4711")));

        assertThat(_size(grid())).isEqualTo(1);
        assertThat(filters().actor.getValue()).isEqualTo("ben");
        AuditQuery asked = lastQuery();
        assertThat(asked.outcome()).isNull();
        assertThat(asked.from()).isNull();
        assertThat(asked.subjectId()).isNull();
    }

    @Test
    void an_end_before_the_beginning_is_passed_over() {
        signInWith(Permissions.AUDIT_READ);
        UI.getCurrent()
                .navigate(
                        "audit",
                        QueryParameters.simple(Map.of("from", "2026-11-02T00:00:00Z", "to", "2026-11-01T00:00:00Z")));

        assertThat(_size(grid())).isZero();
        assertThat(lastQuery().from()).isEqualTo(Instant.parse("2026-11-02T00:00:00Z"));
        assertThat(lastQuery().to()).isNull();
    }

    @Test
    void narrows_by_its_fields() {
        services.admin.audit.have("anna", "person.created", "4", "success");
        services.admin.audit.have("ben", "person.deleted", "4", "refused");
        open("audit");

        _setValue(filters().outcome, "refused");

        assertThat(_size(grid())).isEqualTo(1);
        assertThat(GridKt._get(grid(), 0).actor().name()).isEqualTo("ben");
    }

    @Test
    void shows_an_entry_in_full_with_what_it_changed() {
        AuditEntry entry = services.admin.audit.have("anna", "gallery.changed", "4", "success");
        open("audit/" + entry.id());

        var table = _get(view().panel, NativeTable.class);

        assertThat(table.getBody().getRows()).hasSize(2);
        assertThat(table.getElement().getTextRecursively()).contains("title", "Old", "–", "name", "•••");
        assertThat(grid().getSelectedItems()).containsExactly(entry);
    }

    @Test
    void what_an_entry_says_narrows_the_list_to_it() {
        services.admin.audit.have("ben", "person.deleted", "4", "refused");
        AuditEntry entry = services.admin.audit.have("anna", "gallery.changed", "4", "success");
        open("audit/" + entry.id());

        _click(_get(view().panel, Button.class, spec -> spec.withText("anna")));

        assertThat(filters().actor.getValue()).isEqualTo("anna");
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(view().panel.isVisible()).isFalse();
    }

    @Test
    void verifies_the_trail_and_tells_what_it_found() {
        open("audit");
        assertThat(view().check.text.getText()).contains("seals");

        _click(view().check.verify);
        assertThat(view().check.verify.isEnabled()).isFalse();
        var finding = new Finding(
                Finding.Kind.ENTRY_CHANGED, LocalDate.of(2026, 11, 1), 4L, 7L, "Entry 7 is not as it was recorded");
        services.admin.trail.finish(new Verification(1, Instant.EPOCH, Instant.EPOCH, "ada", 12_345, List.of(finding)));
        view().refresh();

        assertThat(view().check.text.getText()).contains("12,345");
        _click(view().check.findings);
        assertThat(_get(FindingsDialog.class).list.getChildren()).hasSize(1);
    }

    @Test
    void only_who_may_export_is_offered_to() {
        open("audit");
        assertThat(_find(ExportMenu.class)).isEmpty();

        signInWith(Permissions.AUDIT_READ, Permissions.AUDIT_EXPORT);
        UI.getCurrent().getPage().reload();
        UI.getCurrent().navigate("account");
        UI.getCurrent().navigate("audit");

        assertThat(_find(ExportMenu.class)).hasSize(1);
    }

    @Test
    void refuses_whoever_may_not_read_it() {
        signInWith(Permissions.USER_READ);
        UI.getCurrent().navigate("audit");

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    @Test
    void says_that_an_entry_is_gone() {
        open("audit/99");

        assertThat(_find(FailureView.class)).hasSize(1);
    }

    private void open(String address) {
        signInWith(Permissions.AUDIT_READ);
        UI.getCurrent().navigate(address);
    }

    private AuditQuery lastQuery() {
        var queries = services.admin.audit.queries;
        return queries.get(queries.size() - 1);
    }

    private static AuditView view() {
        return _get(AuditView.class);
    }

    private static AuditGrid grid() {
        return _get(AuditGrid.class);
    }

    private static AuditFilters filters() {
        return _get(AuditFilters.class);
    }
}
