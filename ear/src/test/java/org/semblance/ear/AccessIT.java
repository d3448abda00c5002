package org.semblance.ear;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.semblance.ear.Problems.assertProblem;

/** Doors, rules and calendars, and what they mean for somebody, through the API. */
@ArquillianTest
@RunAsClient
class AccessIT {
    private static final String DOORS = "/api/v1/doors";
    private static final String RULES = "/api/v1/access-rules";
    private static final String CALENDARS = "/api/v1/access-calendars";
    private static final String MONDAY = "2026-11-23T08:00:00Z";

    /** A Sunday. */
    private static final String SUNDAY = "2026-11-22T08:00:00%2B01:00";

    private final String some = UUID.randomUUID().toString().substring(0, 8);
    private ApiClient admin;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void sign_in() {
        admin = ApiClient.administrator();
    }

    @Test
    void a_door_is_set_up_changed_and_deleted() {
        String camera = camera(gallery());
        String name = "door-" + some;

        Answer made = admin.post(DOORS, door(name, "Europe/Berlin", camera));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith(DOORS + "/" + name);
        assertProblem(admin.post(DOORS, door(name, "UTC", camera)), 409, "door-exists");
        assertProblem(admin.post(DOORS, door("other-" + some, "UTC", camera)), 409, "camera-at-door");
        assertProblem(admin.post(DOORS, door("other-" + some, "UTC", "none-" + some)), 400, "invalid-input");
        assertProblem(admin.post(DOORS, door("other-" + some, "Middle/Earth", camera)), 400, "invalid-input");
        Answer got = admin.get(DOORS + "/" + name);
        assertThat(got.json().getJsonArray("cameras").getString(0)).isEqualTo(camera);
        assertThat(admin.get(DOORS + "?limit=1").json().getJsonArray("items")).hasSize(1);
        assertProblem(admin.get(DOORS + "?limit=0"), 400, "invalid-input");

        Answer changed = admin.put(DOORS + "/" + name, door(name, "UTC", camera), got.header("ETag"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getString("zone")).isEqualTo("UTC");
        assertProblem(
                admin.put(DOORS + "/" + name, door(name, "UTC", camera), got.header("ETag")), 412, "version-mismatch");
        assertProblem(delete(DOORS + "/" + name, got.header("ETag")), 412, "version-mismatch");
        assertThat(delete(DOORS + "/" + name, changed.header("ETag")).status()).isEqualTo(204);
        assertProblem(admin.get(DOORS + "/" + name), 404, "door-not-found");
        assertProblem(delete(DOORS + "/" + name, "*"), 404, "door-not-found");
    }

    @Test
    void a_rule_and_its_calendar_are_made_changed_and_deleted() {
        Answer calendar = admin.post(CALENDARS, calendar("Closed " + some, "yearly 12-24..01-01"));
        assertThat(calendar.status()).as(calendar.body()).isEqualTo(201);
        String days = CALENDARS + "/" + id(calendar);
        assertProblem(admin.post(CALENDARS, calendar("CLOSED " + some, "2026-12-24")), 409, "access-calendar-exists");
        assertProblem(admin.post(CALENDARS, calendar("Odd " + some, "someday")), 400, "invalid-input");
        String body = """
                {"title": "Office", "effect": "allow", "whom": "role", "who": "auditor", "hours": ["mon-fri 07:00-19:00"],
                 "calendar": %d, "calendar_use": "%s", "valid_from": "2026-01-01T00:00:00Z"}
                """;

        Answer made = admin.post(RULES, body.formatted(id(calendar), "never"));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String rule = RULES + "/" + id(made);
        assertThat(made.header("Location")).endsWith(rule);
        assertProblem(admin.post(RULES, body.formatted(id(calendar), "sometimes")), 400, "invalid-input");
        refusesOddRules();
        assertProblem(delete(days, "*"), 409, "access-calendar-in-use");
        Answer got = admin.get(rule);
        assertThat(got.body()).contains("\"gone\":false", "\"who\":\"auditor\"").doesNotContain("\"doors\"");
        assertThat(admin.get(RULES + "?after=" + (id(made) - 1)).body()).contains("\"id\":" + id(made));
        assertProblem(admin.get(RULES + "?door=none-" + some), 404, "door-not-found");
        assertProblem(admin.get(RULES + "?limit=1000"), 400, "invalid-input");

        Answer changed = admin.put(rule, rule("everybody", null), got.header("ETag"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertProblem(admin.put(rule, rule("everybody", null), got.header("ETag")), 412, "version-mismatch");
        assertProblem(delete(rule, got.header("ETag")), 412, "version-mismatch");
        assertThat(delete(rule, changed.header("ETag")).status()).isEqualTo(204);
        assertProblem(admin.get(rule), 404, "access-rule-not-found");

        changesAndDeletes(days);
    }

    private void refusesOddRules() {
        assertProblem(admin.post(RULES, rule("role", "nobodys-role")), 400, "invalid-input");
        assertProblem(admin.post(RULES, rule("people", "x")), 400, "invalid-input");
        assertProblem(
                admin.post(
                        RULES, "{\"title\": \"x\", \"effect\": \"deny\", \"whom\": \"everybody\", \"hours\": [null]}"),
                400,
                "invalid-input");
    }

    private void changesAndDeletes(String days) {
        String tag = admin.get(days).header("ETag");
        Answer renamed = admin.put(days, calendar("Shut " + some, "2026-12-24"), tag);
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertProblem(admin.put(days, calendar("Shut " + some, "2026-12-24"), tag), 412, "version-mismatch");
        assertProblem(delete(days, tag), 412, "version-mismatch");
        assertThat(admin.get(CALENDARS).status()).isEqualTo(200);
        assertProblem(admin.get(CALENDARS + "?limit=none"), 400, "invalid-input");
        assertThat(delete(days, renamed.header("ETag")).status()).isEqualTo(204);
        assertProblem(admin.get(days), 404, "access-calendar-not-found");
    }

    @Test
    void tells_who_would_pass_where_and_why() {
        String gallery = gallery();
        String camera = camera(gallery);
        String door = DOORS + "/gate-" + some;
        assertThat(admin.post(DOORS, door("gate-" + some, "Europe/Berlin", camera))
                        .status())
                .isEqualTo(201);
        long person = admin.post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"Grace\"}".formatted(gallery))
                .json()
                .getJsonNumber("id")
                .longValue();
        Answer rule = admin.post(RULES, """
                {"title": "Grace", "effect": "allow", "whom": "person", "who": "%d", "doors": ["gate-%s"],
                 "hours": ["mon-fri 07:00-19:00"]}
                """.formatted(person, some));
        assertThat(rule.status()).as(rule.body()).isEqualTo(201);

        JsonObject monday =
                admin.get(door + "/access?person=" + person + "&at=" + MONDAY).json();
        JsonObject sunday = admin.get("/api/v1/cameras/" + camera + "/access?person=" + person + "&at=" + SUNDAY)
                .json();

        assertThat(monday.getBoolean("allowed")).isTrue();
        assertThat(monday.getInt("rule")).isEqualTo((int) id(rule));
        assertThat(monday.getString("name")).isEqualTo("Grace");
        assertThat(sunday.getString("reason")).isEqualTo("outside-hours");
        assertThat(sunday.getString("next_allowed_at")).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(admin.get(door + "/passers?at=" + MONDAY).body()).contains("\"name\":\"Grace\"");
        assertThat(admin.get(door + "/passers?at=" + SUNDAY).json().getJsonArray("items"))
                .isEmpty();
        assertThat(admin.get("/api/v1/persons/" + person + "/doors?at=" + MONDAY)
                        .body())
                .contains("\"door\":\"gate-" + some + "\"", "\"allowed\":true");
        assertThat(TestUsers.withRole("auditor")
                        .get(door + "/passers?at=" + MONDAY)
                        .body())
                .contains("\"person\":" + person);

        refusesOddQuestions(door, camera, person);
        assertThat(admin.get("/api/v1/metrics").body()).contains("access_rules_age_seconds");
        assertThat(delete(door, "*").status()).isEqualTo(204);
        assertProblem(admin.get(RULES + "/" + id(rule)), 404, "access-rule-not-found");
    }

    private void refusesOddQuestions(String door, String camera, long person) {
        assertProblem(admin.get(door + "/access"), 400, "invalid-input");
        assertProblem(admin.get(door + "/access?person=" + person + "&at=now"), 400, "invalid-input");
        assertProblem(admin.get(door + "/passers?at=now"), 400, "invalid-input");
        assertProblem(admin.get("/api/v1/cameras/" + camera + "/access"), 400, "invalid-input");
        assertProblem(admin.get("/api/v1/persons/" + person + "/doors?limit=0"), 400, "invalid-input");
        assertProblem(admin.get(door + "/access?person=999999999999"), 404, "person-not-found");
        assertProblem(admin.get("/api/v1/cameras/none-" + some + "/access"), 404, "camera-at-no-door");
    }

    private String gallery() {
        String gallery = "access-" + UUID.randomUUID();
        assertThat(admin.post("/api/v1/galleries", "{\"name\": \"%s\"}".formatted(gallery))
                        .status())
                .isEqualTo(201);
        return gallery;
    }

    private static String camera(String gallery) {
        String name = "cam-" + UUID.randomUUID();
        var database = TestServer.get().database();
        try (var connection = database.as(MigratedDatabase.Role.APP).getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO camera (name, title, gallery_id, min_quality, requires_liveness, sighting_seconds,
                                            keeps_unknown, learns, is_enabled, created_at)
                        SELECT ?, 'x', id, 0.3, false, 30, true, false, true, now() FROM gallery WHERE name = ?
                        """)) {
            insert.setString(1, name);
            insert.setString(2, gallery);
            insert.executeUpdate();
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String door(String name, String zone, String camera) {
        return "{\"name\": \"%s\", \"title\": \"A door\", \"zone\": \"%s\", \"cameras\": [\"%s\"]}"
                .formatted(name, zone, camera);
    }

    private static String calendar(String title, String day) {
        return "{\"title\": \"%s\", \"days\": [\"%s\"]}".formatted(title, day);
    }

    private static String rule(String whom, @org.jspecify.annotations.Nullable String who) {
        String named = who == null ? "" : ", \"who\": \"%s\"".formatted(who);
        return "{\"title\": \"A rule\", \"effect\": \"deny\", \"on\": false, \"whom\": \"%s\"%s}"
                .formatted(whom, named);
    }

    private Answer delete(String path, String ifMatch) {
        return admin.send(admin.request(path).header("If-Match", ifMatch).method("DELETE", BodyPublishers.noBody()));
    }

    private static long id(Answer answer) {
        return answer.json().getJsonNumber("id").longValue();
    }
}
