package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;

import static org.assertj.core.api.Assertions.assertThat;

class PersonsResourceTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final FakePersons persons = new FakePersons();
    private final RestServer server = new RestServer(new PersonsResource(persons))
            .calledBy("ada", Permissions.PERSON_READ, Permissions.PERSON_ENROLL);

    @Test
    void adds_a_person_and_says_where_they_are() throws Exception {
        MockHttpResponse response =
                server.post("/galleries/staff/persons", "{\"name\":\"Ada Lovelace\",\"external_id\":\"hr-1815\"}");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getOutputHeaders().getFirst("Location").toString())
                .endsWith("/galleries/staff/persons/1815");
        assertThat(response.getContentAsString())
                .isEqualTo("{\"created_at\":\"2026-01-02T12:00:00Z\",\"external_id\":\"hr-1815\",\"faces\":0,"
                        + "\"id\":1815,\"name\":\"Ada Lovelace\"}");
    }

    @Test
    void a_person_may_have_no_name() throws Exception {
        assertThat(server.post("/galleries/staff/persons", "{}").getContentAsString())
                .isEqualTo("{\"created_at\":\"2026-01-02T12:00:00Z\",\"faces\":0,\"id\":1815}");
    }

    @Test
    void gives_a_page_and_says_where_to_go_on() throws Exception {
        MockHttpResponse response = server.get("/galleries/staff/persons?q=ada&after=7&limit=1");

        assertThat(persons.asked).isEqualTo(new PersonQuery(new GalleryName("staff"), "ada", 7, 1));
        assertThat(response.getContentAsString()).startsWith("{\"items\":[{").endsWith("],\"next\":1815}");
    }

    @Test
    void the_last_page_has_no_next() throws Exception {
        persons.next = OptionalLong.empty();

        assertThat(server.get("/galleries/staff/persons").getContentAsString()).doesNotContain("next");
    }

    @Test
    void deleting_needs_its_own_permission() {
        assertThat(server.delete("/galleries/staff/persons/1815").getStatus()).isEqualTo(403);
    }

    private static final class FakePersons extends PersonService {
        private PersonQuery asked = new PersonQuery(new GalleryName("none"), "", 0, 0);
        private OptionalLong next = OptionalLong.of(1815);

        @Override
        public PersonSummary create(GalleryName gallery, NewPerson person) {
            return new PersonSummary(new PersonId(1815), person.name(), person.externalId(), 0, NOON);
        }

        @Override
        public Page<PersonSummary> list(PersonQuery query) {
            asked = query;
            return new Page<>(List.of(create(query.gallery(), new NewPerson("Ada", null))), next);
        }
    }
}
