package org.semblance.jobs.ui;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.ui.QuickSearch;
import org.semblance.portal.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

class JobQuickSearchTest extends PortalTest {

    @Test
    void finds_runs_by_what_people_call_the_job_by_its_id_and_by_number() {
        JobRunId first = services.jobs.start(new JobRequest("enroll-persons", Map.of()));
        services.jobs.start(new JobRequest("purge-events", Map.of()));
        var search = new JobQuickSearch(services.jobs);

        assertThat(search.find("enroll PERSONS", 5))
                .extracting(QuickSearch.Hit::address)
                .containsExactly("jobs/" + first);
        assertThat(search.find("purge", 5)).extracting(QuickSearch.Hit::text).containsExactly("purge-events");
        assertThat(search.find(first.toString(), 5))
                .extracting(QuickSearch.Hit::text)
                .containsExactly("Enroll persons");
        assertThat(search.find("nothing of the kind", 5)).isEmpty();
    }
}
