package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.gallery.Cover;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Metadata;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonPatch;
import org.semblance.gallery.PersonPatch.Field;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.gallery.PersonTraits;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;
import org.semblance.storage.ImageKey;

import static org.assertj.core.api.Assertions.assertThat;

class PersonsResourceTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final PersonPatch NOTHING =
            new PersonPatch(Field.kept(), Field.kept(), Field.kept(), Field.kept(), Field.kept(), Field.kept());

    private final FakePersons persons = new FakePersons();
    private final RestServer server = new RestServer(new PersonsResource(persons), new PersonResource(persons))
            .calledBy("ada", Permissions.PERSON_READ, Permissions.PERSON_ENROLL, Permissions.PERSON_EDIT);

    @Test
    void adds_a_person_and_says_where_they_are() throws Exception {
        MockHttpResponse response = server.post(
                "/persons",
                "{\"gallery\":\"staff\",\"name\":\"Ada Lovelace\",\"external_id\":\"hr-1815\","
                        + "\"metadata\":{\"floor\":\"3\"}}");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getOutputHeaders().getFirst("Location").toString()).endsWith("/persons/1815");
        assertThat(response.getContentAsString())
                .isEqualTo(
                        "{\"cover_chosen\":false,\"created_at\":\"2026-01-02T12:00:00Z\",\"external_id\":\"hr-1815\",\"faces\":0,"
                                + "\"gallery\":\"staff\",\"id\":1815,\"metadata\":{\"floor\":\"3\"},"
                                + "\"name\":\"Ada Lovelace\",\"public_figure\":false,\"recognisable\":false,\"version\":4}");
    }

    @Test
    void a_person_may_have_no_name_but_needs_a_gallery() {
        assertThat(server.post("/persons", "{\"gallery\":\"staff\"}").getStatus())
                .isEqualTo(201);
        assertThat(server.post("/persons", "{\"gallery\":\"No Gallery\"}").getStatus())
                .isEqualTo(400);
        assertThat(server.get("/persons").getStatus()).isEqualTo(400);
    }

    @Test
    void gives_a_page_and_says_where_to_go_on() throws Exception {
        MockHttpResponse response = server.get("/persons?gallery=staff&q=ada&unclaimed=true&after=7&limit=1");

        assertThat(persons.asked)
                .containsExactly(new PersonQuery(new GalleryName("staff"), "ada", PersonQuery.Which.UNCLAIMED, 7, 1));
        assertThat(response.getContentAsString()).startsWith("{\"items\":[{").endsWith("],\"next\":1815}");
    }

    @Test
    void the_last_page_has_no_next() throws Exception {
        persons.next = OptionalLong.empty();

        assertThat(server.get("/persons?gallery=staff").getContentAsString()).doesNotContain("next");
    }

    @Test
    void changes_what_is_given_and_takes_away_what_is_null() {
        var response = server.send(
                "PATCH",
                "/persons/1815",
                "{\"name\": \"Ada\", \"external_id\": null, \"metadata\": {\"floor\": null}}");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(persons.patches.get(0).name()).isEqualTo(Field.of("Ada"));
        assertThat(persons.patches.get(0).externalId()).isEqualTo(Field.of(null));
        assertThat(persons.patches.get(0).userId()).isEqualTo(Field.kept());
        assertThat(persons.patches.get(0).metadata().value()).containsEntry("floor", null);
    }

    @Test
    void the_picture_that_stands_for_a_person_is_chosen_like_a_name() throws Exception {
        persons.cover = new Cover(new FaceId(90210), new ImageKey("aligned/1.png"), true);

        var response = server.send("PATCH", "/persons/1815", "{\"cover_face_id\": 90210}");
        server.send("PATCH", "/persons/1815", "{\"cover_face_id\": null}");

        assertThat(persons.patches).containsExactly(PersonPatch.cover(new FaceId(90210)), PersonPatch.cover(null));
        assertThat(response.getContentAsString()).contains("\"cover_chosen\":true", "\"cover_face_id\":90210");
    }

    @Test
    void an_empty_change_changes_nothing() {
        server.send("PATCH", "/persons/1815", "{}");

        assertThat(persons.patches).containsExactly(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nme\": \"Ada\"}",
                "{\"name\": 7}",
                "{\"public_figure\": null}",
                "{\"user_id\": \"nobody\"}",
                "{\"cover_face_id\": \"90210\"}",
                "{\"cover_face_id\": 1.5}",
                "{\"metadata\": {\"a\": 1}}",
                "{\"metadata\": [\"a\"]}",
                "{\"name\"",
                "[1]",
                "7"
            })
    void refuses_a_change_that_makes_no_sense(String patch) {
        assertThat(server.send("PATCH", "/persons/1815", patch).getStatus()).isEqualTo(400);
        assertThat(persons.patches).isEmpty();
    }

    @Test
    void deleting_needs_its_own_permission() {
        assertThat(server.delete("/persons/1815").getStatus()).isEqualTo(403);
        assertThat(server.post("/persons/1815/restore", "").getStatus()).isEqualTo(403);
    }

    @Test
    void deletes_for_good_only_when_told() {
        server.calledBy("ada", Permissions.PERSON_DELETE);

        assertThat(server.delete("/persons/1815").getStatus()).isEqualTo(204);
        assertThat(server.delete("/persons/1816?purge=true").getStatus()).isEqualTo(204);

        assertThat(persons.deleted).containsExactly(new PersonId(1815));
        assertThat(persons.purged).containsExactly(new PersonId(1816));
    }

    private static final class FakePersons extends PersonService {
        private final List<PersonQuery> asked = new ArrayList<>();
        private final List<PersonPatch> patches = new ArrayList<>();
        private final List<PersonId> deleted = new ArrayList<>();
        private final List<PersonId> purged = new ArrayList<>();
        private OptionalLong next = OptionalLong.of(1815);
        private @Nullable Cover cover;

        @Override
        public PersonSummary create(GalleryName gallery, NewPerson person) {
            var traits = new PersonTraits(person.name(), person.externalId(), person.metadata(), false, null);
            return new PersonSummary(new PersonId(1815), gallery, traits, 0, cover, false, NOON, null, 4);
        }

        @Override
        public Page<PersonSummary> list(PersonQuery query) {
            asked.add(query);
            return new Page<>(List.of(create(query.gallery(), new NewPerson("Ada", null))), next);
        }

        @Override
        public PersonSummary change(PersonId person, PersonPatch patch, ExpectedVersion expected) {
            patches.add(patch);
            return create(new GalleryName("staff"), new NewPerson("Ada", null, new Metadata(Map.of()), false, null));
        }

        @Override
        public void delete(PersonId person) {
            deleted.add(person);
        }

        @Override
        public void purge(PersonId person) {
            purged.add(person);
        }
    }
}
