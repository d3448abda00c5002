package org.semblance.gallery.ui;

import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;

import static org.assertj.core.api.Assertions.assertThat;

class CreateGalleryDialogTest {

    @Test
    void makes_a_name_of_a_title_that_addresses_allow() {
        assertThat(CreateGalleryDialog.nameFor("Gäste Süd, 2026 (Straße)")).isEqualTo("gaste-sud-2026-strasse");
    }

    @Test
    void keeps_a_long_name_within_what_is_allowed() {
        String name = CreateGalleryDialog.nameFor("x".repeat(62) + " yz");

        assertThat(new GalleryName(name).value()).isEqualTo("x".repeat(62));
    }

    @Test
    void makes_no_name_of_a_title_without_letters() {
        assertThat(CreateGalleryDialog.nameFor("!?")).isEmpty();
    }
}
