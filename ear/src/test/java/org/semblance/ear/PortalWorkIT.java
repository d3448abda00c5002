package org.semblance.ear;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Jobs, schedules, files, retention, models and what people put right about persons, in a real browser. */
@ArquillianTest
@RunAsClient
class PortalWorkIT {
    private static final String PRIMARY = "vaadin-dialog-overlay vaadin-button[theme~=primary]";

    @RegisterExtension
    static final PortalBrowser BROWSER = new PortalBrowser();

    @TempDir
    Path folder;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @Test
    void a_file_is_sent_and_enrolled_and_the_run_is_watched_to_its_end() throws IOException {
        String gallery = gallery();
        Path archive = folder.resolve(gallery + ".zip");
        zip(archive, DemoPeople.inGroup(3).get(0));
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("files");

        portal.find("input[type=file]").first().setInputFiles(archive);
        assertThat(portal.find("vaadin-grid-cell-content:has-text('%s')".formatted(archive.getFileName()))
                        .first())
                .isVisible();
        portal.shoot("files");
        long run = ApiClient.administrator()
                .post("/api/v1/jobs", """
                        {"job": "enroll-persons", "parameters": {"gallery": "%s", "folder": "uploads/%s"}}
                        """.formatted(gallery, archive.getFileName()))
                .json()
                .getJsonNumber("id")
                .longValue();
        portal.open("jobs/" + run);

        assertThat(portal.find(".job-card .badge")).hasText("Done");
        assertThat(portal.find(".failure-list")).containsText("Nobody_Here");
        portal.fits().shoot("job");
    }

    @Test
    void a_schedule_is_made_turned_off_and_removed() {
        String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("schedules");

        button(portal, "Create schedule").click();
        portal.find("vaadin-dialog-overlay vaadin-text-field input").first().fill(name);
        portal.find("vaadin-dialog-overlay .job-form > vaadin-select").click();
        portal.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Compare images and rows"))
                .first()
                .click();
        assertThat(portal.find(".cron-preview")).containsText("Every day at");
        portal.find(PRIMARY).click();
        Locator card = portal.find(".schedule-card:has-text('%s')".formatted(name));
        card.locator("vaadin-button:has-text('Turn off')").click();
        assertThat(card.locator(".badge").first()).hasText("Off");
        portal.fits().shoot("schedules");
        card.locator("vaadin-button[aria-label^=Remove]").click();
        portal.find("vaadin-confirm-dialog-overlay vaadin-button[slot=confirm-button]")
                .click();

        assertThat(card).hasCount(0);
    }

    @Test
    void persons_are_merged_and_parted_again() {
        String gallery = gallery();
        person(gallery, "Anna");
        person(gallery, "Berta");
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("persons/" + gallery);

        portal.find("vaadin-grid input[type=checkbox]").nth(0).click();
        portal.find("vaadin-grid input[type=checkbox]").nth(1).click();
        button(portal, "Merge").click();
        portal.find(PRIMARY).click();
        assertThat(portal.find(".person-grid .person-name:visible")).hasCount(1);
        portal.find(".notice-undo").click();

        assertThat(portal.find(".person-grid .person-name:visible")).hasCount(2);
    }

    @Test
    void somebody_is_enrolled_by_photos_and_the_best_picture_is_chosen() {
        String gallery = gallery();
        person(gallery, "Anna");
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("persons/" + gallery);
        portal.find(".person-grid .person-name").first().click();
        button(portal, "Take pictures").click();
        Locator dialog = portal.find("vaadin-dialog-overlay");
        Locator files = dialog.locator("input[type=file]");

        files.setInputFiles(TestServer.demo().resolve("no-face/landscape-1.jpg"));
        assertThat(dialog.locator(".verdict-bad")).containsText("No face was found");
        for (int picture = 1; picture <= 3; picture++) {
            files.setInputFiles(DemoPeople.picture(DemoPeople.names().get(0), picture));
            assertThat(dialog.locator(".enrolment-slot img")).hasCount(picture);
        }
        portal.shoot("enrolment");
        button(portal, "Done").click();

        portal.find(".face-tile vaadin-checkbox").first().click();
        button(portal, "Use as picture").click();
        assertThat(portal.find(".face-cover")).hasText("Chosen picture");
        assertThat(portal.find(".person-grid img.portrait").first()).isVisible();
    }

    @Test
    void the_camera_is_judged_while_it_is_on() {
        String gallery = gallery();
        person(gallery, "Anna");
        PortalPage portal = BROWSER.asAdministrator(PortalLook.DARK_NARROW).open("persons/" + gallery);
        portal.find(".person-grid .person-name").first().click();
        button(portal, "Take pictures").click();
        Locator dialog = portal.find("vaadin-dialog-overlay");

        button(portal, "Use the camera").click();

        assertThat(dialog.locator(".verdict-bad")).containsText("No face was found");
        assertThat(dialog.locator("video")).isVisible();
        assertThat(button(portal, "Take this picture")).isDisabled();
        portal.fits().picture("enrolment-camera");
        button(portal, "Turn the camera off").click();
        assertThat(dialog.locator("video")).isHidden();
    }

    @Test
    void a_picture_in_the_clipboard_is_searched() throws IOException {
        String gallery = gallery();
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("search/" + gallery);

        paste(portal.page(), TestServer.demo().resolve("groups/group-3.jpg"));

        assertThat(portal.find(".face-box")).hasCount(6);
        assertThat(portal.find(".what-if-bar")).isVisible();
    }

    @Test
    void the_log_tells_nothing_of_a_browser_that_leaves_before_it_has_its_pictures() throws IOException {
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_WIDE).open("search/" + gallery());
        paste(portal.page(), TestServer.demo().resolve("groups/group-3.jpg"));
        assertThat(portal.find(".face-card img")).hasCount(6);
        portal.settle();
        int told = TestServer.get().troubles().size();

        for (Locator picture : portal.find(".photo-stage img, .face-card img").all()) {
            for (int i = 0; i < 20; i++) {
                RawRequest.abandon(request(portal.page(), URI.create((String) picture.evaluate("image => image.src"))));
            }
        }
        portal.open("");

        assertThat(TestServer.get().troubles()).hasSize(told);
    }

    @Test
    void a_dry_run_of_the_retention_tells_what_would_go() {
        PortalPage portal = BROWSER.asAdministrator(PortalLook.DARK_WIDE).open("retention");

        button(portal, "Dry run").click();

        assertThat(portal.find(".toolbar span[role=status]")).containsText("would go now");
        portal.fits().shoot("retention");
    }

    @Test
    void the_pack_in_use_is_told_with_its_thresholds() {
        PortalPage portal = BROWSER.asAdministrator(PortalLook.LIGHT_NARROW).open("models");

        assertThat(portal.find(".pack-card .badge-good").first()).hasText("In use");
        portal.fits().shoot("models");
    }

    @Test
    void who_enrolls_finds_no_retention() {
        PortalPage portal = BROWSER.withRole(PortalLook.LIGHT_WIDE, "enroller").open("jobs");

        assertThat(portal.find("vaadin-side-nav-item:has-text('Retention')")).hasCount(0);
    }

    private static Locator button(PortalPage portal, String text) {
        return portal.find("vaadin-button:has-text('%s')".formatted(text)).first();
    }

    private static String gallery() {
        String name = "work-" + UUID.randomUUID();
        ApiClient.administrator().post("/api/v1/galleries", "{\"name\": \"%s\", \"title\": \"Work\"}".formatted(name));
        return name;
    }

    private static void person(String gallery, String name) {
        ApiClient.administrator()
                .post("/api/v1/persons", "{\"gallery\": \"%s\", \"name\": \"%s\"}".formatted(gallery, name));
    }

    /** Pictures of somebody, and one of somebody else that is none. */
    private static void zip(Path archive, String name) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                var zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : Map.of(
                            name + "/1.jpg",
                            Files.readAllBytes(DemoPeople.picture(name, 1)),
                            "Nobody_Here/1.jpg",
                            "no picture".getBytes(StandardCharsets.UTF_8))
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    /** What the page's browser would ask for a picture with. */
    private static String request(Page page, URI picture) {
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        return "GET " + picture.getRawPath() + " HTTP/1.1\r\nHost: " + picture.getAuthority() + "\r\nCookie: " + cookies
                + "\r\n\r\n";
    }

    private static void paste(Page page, Path picture) throws IOException {
        page.evaluate("""
                (base64) => {
                  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
                  const data = new DataTransfer();
                  data.items.add(new File([bytes], 'pasted.jpg', { type: 'image/jpeg' }));
                  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
                }
                """, Base64.getEncoder().encodeToString(Files.readAllBytes(picture)));
    }
}
