package org.semblance.privacy.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.PersonId;
import org.semblance.jobs.JobRunId;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;
import org.semblance.privacy.Consent;
import org.semblance.privacy.ConsentService;
import org.semblance.privacy.NewConsent;
import org.semblance.privacy.SubjectAccessService;
import org.semblance.privacy.erasure.Erasure;
import org.semblance.privacy.erasure.ErasureId;
import org.semblance.privacy.erasure.ErasureService;
import org.semblance.privacy.erasure.SignedReport;

import static org.assertj.core.api.Assertions.assertThat;

class PrivacyResourcesTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String SAID = "{\"purpose\":\"recognition\",\"state\":\"withdrawn\",\"text_version\":\"1\","
            + "\"locale\":\"de\",\"channel\":\"paper\"}";

    private final RestServer server = new RestServer(
                    new ConsentsResource(new FakeConsents()),
                    new ExportResource(new FakeAccess()),
                    new ErasuresResource(new FakeErasures()),
                    new ErasureResource(new FakeErasures()))
            .calledBy(
                    "anna",
                    Permissions.CONSENT_MANAGE,
                    Permissions.PRIVACY_EXPORT,
                    Permissions.ERASURE_RUN,
                    Permissions.ERASURE_READ);

    @Test
    void records_what_a_person_said() throws Exception {
        MockHttpResponse response = server.post("/persons/1815/consents", SAID);

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getContentAsString())
                .contains("\"person\":1815", "\"state\":\"withdrawn\"", "\"said_at\":\"2026-01-02T12:00:00Z\"");
    }

    @Test
    void refuses_half_of_a_consent_and_an_unknown_state() throws Exception {
        assertThat(server.post("/persons/1815/consents", "{\"purpose\":\"recognition\"}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(server.post("/persons/1815/consents", SAID.replace("withdrawn", "maybe"))
                        .getContentAsString())
                .contains("invalid-input", "state is granted or withdrawn");
        assertThat(server.get("/persons/1815/consents").getStatus()).isEqualTo(403);
    }

    @Test
    void hands_out_a_zip() throws Exception {
        MockHttpResponse response = server.get("/persons/1815/export");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("zip of [1815]");
        assertThat(response.getOutputHeaders().getFirst("Content-Disposition").toString())
                .contains("person-1815.zip");
    }

    @Test
    void has_a_person_erased_and_shows_the_report() throws Exception {
        MockHttpResponse response = server.post("/erasures", "{\"person\":1815}");

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getOutputHeaders().getFirst("Location").toString()).endsWith("/erasures/7");
        assertThat(response.getContentAsString()).contains("\"person\":1815", "\"state\":\"running\"", "\"job\":88");
        assertThat(server.get("/erasures/7/report").getContentAsString())
                .isEqualTo("{\"report\":{\"erasure\":7},\"signature\":\"a.b.c\"}");
    }

    private static final class FakeConsents extends ConsentService {
        @Override
        public Consent record(PersonId person, NewConsent said) {
            return new Consent(12, person, said, NOON, "anna", NOON);
        }
    }

    private static final class FakeAccess extends SubjectAccessService {
        @Override
        public Subject begin(PersonId person) {
            return new Subject(Set.of(person.value()), Set.of(), Set.of(), Set.of());
        }

        @Override
        public void write(Subject subject, OutputStream out) {
            try {
                out.write(("zip of " + subject.persons()).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class FakeErasures extends ErasureService {
        @Override
        public Erasure request(PersonId person) {
            return erasure(person);
        }

        @Override
        public SignedReport report(ErasureId id) {
            return new SignedReport("{\"erasure\":" + id + "}", "a.b.c");
        }

        private static Erasure erasure(@Nullable PersonId person) {
            return new Erasure(
                    new ErasureId(7),
                    new UUID(1, 2),
                    person,
                    Erasure.State.RUNNING,
                    Erasure.Reason.REQUEST,
                    "anna",
                    NOON,
                    NOON,
                    NOON,
                    null,
                    new JobRunId(88),
                    null);
        }
    }
}
