package org.semblance.surveillance.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.semblance.announcement.AnnouncementType;

import static org.assertj.core.api.Assertions.assertThat;

class EventAnnouncementsTest {
    /** The page is the contract with whoever writes receivers. */
    @Test
    void the_documentation_lists_every_event_with_its_example() throws IOException {
        String page = Files.readString(Path.of("../docs/webhooks.md"));

        for (AnnouncementType type : new EventAnnouncements().types()) {
            assertThat(page)
                    .contains("| `" + type.name() + "` | " + type.description() + " | `" + type.example() + "` |");
        }
    }
}
