package org.semblance.ear;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Cameras, what they see and what people decide of it, in a real browser. */
@ArquillianTest
@RunAsClient
class PortalSurveillanceIT {
    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    private ApiClient admin;
    private String gallery = "";
    private String camera = "";

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void watch_a_door() {
        admin = ApiClient.administrator();
        String id = UUID.randomUUID().toString();
        gallery = "portal-" + id;
        camera = "door-" + id;
        post(
                "/api/v1/galleries",
                "{\"name\": \"%s\", \"threshold\": 0.55, \"unknown_faces\": \"keep\"}".formatted(gallery));
        post(
                "/api/v1/cameras",
                "{\"name\": \"%s\", \"title\": \"Front %s\", \"gallery\": \"%s\"}".formatted(camera, id, gallery));
    }

    @Test
    void whoever_is_seen_appears_in_two_browsers_at_once() {
        enroll(0);
        PortalPage one = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("events?camera=" + camera);
        PortalPage other = BROWSER.asAdministrator(PortalLook.DARK_WIDE).open("events?camera=" + camera);
        assertThat(one.find(".event-who")).hasCount(0);

        see(0, 2);

        for (PortalPage page : List.of(one, other)) {
            assertThat(page.find(".event-who")).hasCount(1);
            assertThat(page.find(".event-who")).containsText(DemoPeople.names().get(0));
        }
        one.find(".event-who").click();
        assertThat(one.find(".event-panel")).containsText("clearly the most similar");
        assertThat(one.find(".event-panel .event-picture img")).isVisible();
        one.shoot("event").fits();
    }

    @Test
    void unknown_faces_are_decided_on_without_a_mouse() {
        enroll(1);
        see(2, 1);
        see(3, 1);
        PortalPage desk = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("unknown-faces?camera=" + camera);
        Locator waiting = desk.find(".waiting");
        assertThat(waiting).hasCount(2);
        desk.shoot("unknown-faces").fits();
        Page keyboard = desk.page();

        keyboard.keyboard().press("d");
        assertThat(waiting).hasCount(1);
        keyboard.keyboard().press("u");
        assertThat(waiting).hasCount(2);
        keyboard.keyboard().press("j");
        assertThat(waiting.last()).hasClass(Pattern.compile(".*waiting-selected.*"));
        keyboard.keyboard().press("e");
        assertThat(desk.find("vaadin-dialog-overlay input:focus")).isVisible();
        keyboard.keyboard().type("Grace Hopper");
        keyboard.keyboard().press("Enter");
        assertThat(waiting).hasCount(1);

        assertThat(admin.get("/api/v1/persons?gallery=" + gallery + "&q=Grace").body())
                .contains("Grace Hopper");
        assertThat(faces("enrolled")).isEqualTo(1);
        assertThat(faces("new")).isEqualTo(1);
    }

    @Test
    void a_key_is_shown_once_and_sends_frames() {
        PortalPage page = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("cameras/" + camera);
        page.shoot("camera").fits();

        page.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a key"))
                .click();
        page.find("vaadin-dialog-overlay vaadin-text-field input").first().fill("Agent");
        page.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create"))
                .click();
        String key = page.find(".made-key input").inputValue();

        var sent = ApiClient.withKey(key).upload("/api/v1/cameras/" + camera + "/frames", picture(0, 1), Map.of());
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    }

    @Test
    void what_somebody_else_changed_is_shown_before_a_camera_is_disabled() {
        PortalPage page = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("cameras/" + camera);
        var renamed = admin.put(
                "/api/v1/cameras/" + camera,
                "{\"title\": \"Main door\", \"gallery\": \"%s\"}".formatted(gallery),
                "\"1\"");
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);

        button(page, "Disable").click();
        assertThat(page.page().getByText("Main door, was Front")).isVisible();
        // Not by axe, which takes an alert dialog for no modal one and finds fault with what lies behind it.
        page.picture("camera-conflict");
        button(page, "Disable anyway").click();

        assertThat(button(page, "Enable")).isVisible();
        assertThat(admin.get("/api/v1/cameras/" + camera).json().getString("title"))
                .isEqualTo("Main door");
    }

    @Test
    void says_who_could_pass_and_why() {
        enroll(0);
        String door = "door-" + UUID.randomUUID();
        post(
                "/api/v1/doors",
                "{\"name\": \"%s\", \"title\": \"Main\", \"zone\": \"Europe/Berlin\", \"cameras\": [\"%s\"]}"
                        .formatted(door, camera));

        PortalPage page = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("passers/" + door);

        assertThat(page.find(".passer-grid")).containsText("No rule allows it, at any time");
        page.shoot("passers").fits();
    }

    @Test
    void every_view_fits_a_telephone() {
        see(0, 1);
        PortalPage page = BROWSER.asAdministrator(PortalLook.DARK_NARROW);
        for (String view : List.of(
                "unknown-faces", "events", "camera-events", "cameras", "cameras/" + camera, "access", "passers")) {
            page.open(view).fits();
        }
    }

    private static Locator button(PortalPage page, String name) {
        return page.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Path picture(int person, int number) {
        return DemoPeople.picture(DemoPeople.names().get(person), number);
    }

    private void enroll(int who) {
        String name = DemoPeople.names().get(who);
        long person = post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name))
                .getJsonNumber("id")
                .longValue();
        admin.upload("/api/v1/persons/" + person + "/faces", picture(who, 1), Map.of());
    }

    private void see(int who, int number) {
        var sent = admin.upload("/api/v1/cameras/" + camera + "/frames", picture(who, number), Map.of());
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    }

    private int faces(String state) {
        return admin.get("/api/v1/unknown-faces?camera=" + camera + "&state=" + state)
                .json()
                .getJsonArray("items")
                .size();
    }

    private JsonObject post(String path, String json) {
        var answer = admin.post(path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
