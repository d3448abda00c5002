package org.semblance.surveillance.access.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.PersonId;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.access.AccessAnswer;
import org.semblance.surveillance.access.AccessDecision;
import org.semblance.surveillance.access.AccessQuestions;
import org.semblance.surveillance.access.AccessReason;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.AccessRuleId;
import org.semblance.surveillance.access.AccessRuleService;
import org.semblance.surveillance.access.CalendarDays;
import org.semblance.surveillance.access.Door;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.NewAccessRule;
import org.semblance.surveillance.access.NewDoor;

import static org.assertj.core.api.Assertions.assertThat;

class AccessResourcesTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    private final FakeRules rules = new FakeRules();
    private final RestServer server = new RestServer(
                    new AccessRulesResource(rules), new DoorAccessResource(new FakeQuestions()))
            .calledBy("admin", Permissions.ACCESS_READ, Permissions.ACCESS_MANAGE);

    @Test
    void makes_a_rule_as_it_is_said() throws Exception {
        MockHttpResponse response = server.post("/access-rules", """
                {"title": "Nights", "effect": "deny", "whom": "role", "who": "auditor", "doors": ["main"],
                 "hours": ["fri 22:00-06:00"], "calendar": 3, "calendar_use": "never",
                 "valid_from": "2026-12-01T00:00:00Z"}
                """);

        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(201);
        assertThat(response.getOutputHeaders().getFirst("Location")).hasToString("/access-rules/12");
        assertThat(response.getContentAsString())
                .contains(
                        "\"effect\":\"deny\"",
                        "\"whom\":\"role\"",
                        "\"who\":\"auditor\"",
                        "\"doors\":[\"main\"]",
                        "\"hours\":[\"fri 22:00-06:00\"]",
                        "\"calendar_use\":\"never\"",
                        "\"valid_from\":\"2026-12-01T00:00:00Z\"",
                        "\"on\":true",
                        "\"gone\":false");
    }

    @Test
    void a_rule_that_names_no_doors_holds_at_all_of_them() throws Exception {
        MockHttpResponse response = server.send(
                "PUT",
                "/access-rules/12",
                "{\"title\": \"All\", \"effect\": \"allow\", \"whom\": \"everybody\", \"on\": false}",
                Map.of("If-Match", "\"2-all\""));

        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        assertThat(response.getContentAsString()).contains("\"on\":false").doesNotContain("doors", "who\"");
        assertThat(response.getOutputHeaders().getFirst("ETag")).hasToString("\"1-all\"");
        assertThat(rules.expected).isEqualTo(ExpectedVersion.of(2));
    }

    @Test
    void refuses_half_a_calendar_and_hours_that_mean_nothing() throws Exception {
        String rule = "{\"title\": \"x\", \"effect\": \"allow\", \"whom\": \"everybody\", %s}";

        assertThat(server.post("/access-rules", rule.formatted("\"calendar\": 3"))
                        .getContentAsString())
                .contains("\"field\":\"calendar_use\"");
        assertThat(server.post("/access-rules", rule.formatted("\"hours\": [\"always\"]"))
                        .getContentAsString())
                .contains("\"field\":\"hours\"");
    }

    @Test
    void explains_whether_somebody_would_pass() throws Exception {
        MockHttpResponse response = server.get("/doors/main/access?person=4711&at=2026-11-21T11:00:00%2B01:00");

        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .contains(
                        "\"door\":\"main\"",
                        "\"person\":4711",
                        "\"allowed\":false",
                        "\"reason\":\"outside-hours\"",
                        "\"rule\":12",
                        "\"next_allowed_at\":\"2026-11-21T10:00:01Z\"")
                .doesNotContain("name");
        assertThat(server.get("/doors/main/access?person=4711&at=now").getStatus())
                .isEqualTo(400);
        assertThat(server.get("/doors/main/access?person=anna").getStatus()).isEqualTo(400);
    }

    private static final class FakeRules extends AccessRuleService {
        private @Nullable ExpectedVersion expected;

        @Override
        public Page<AccessRule> list(@Nullable DoorName door, long after, int limit) {
            return new Page<>(List.of(), OptionalLong.empty());
        }

        @Override
        public AccessRule create(NewAccessRule said) {
            return new AccessRule(new AccessRuleId(12), said, said.who(), CalendarDays.NONE, AT, 1);
        }

        @Override
        public AccessRule change(AccessRuleId id, NewAccessRule said, ExpectedVersion version) {
            expected = version;
            return create(said);
        }
    }

    private static final class FakeQuestions extends AccessQuestions {
        @Override
        public AccessAnswer explain(DoorName name, Optional<PersonId> person, Optional<Instant> at) {
            var said = new NewDoor(name, "x", ZoneId.of("UTC"), List.of(new CameraName("c")), true);
            return new AccessAnswer(
                    new Door(1, said, Set.of(), Set.of(), AT, 1),
                    person.orElseThrow(),
                    null,
                    new AccessDecision(AccessReason.OUTSIDE_HOURS, new AccessRuleId(12)),
                    at.orElseThrow().plusSeconds(1),
                    at.orElseThrow(),
                    AT);
        }
    }
}
