package org.semblance.jobs.ui;

import org.junit.jupiter.api.Test;
import org.semblance.portal.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

class JobTextsTest extends PortalTest {

    @Test
    void says_with_the_words_of_the_run_why_an_item_was_refused() {
        String reason = JobTexts.reason("item-incomplete", "The archive is damaged where a picture lies");

        assertThat(reason).endsWith("not as it was written: The archive is damaged where a picture lies");
    }

    @Test
    void lets_the_run_say_what_the_texts_do_not_know() {
        assertThat(JobTexts.reason("spool-full", "There is no room")).isEqualTo("There is no room");
    }

    @Test
    void counts_refusals_without_words_of_their_own() {
        assertThat(JobTexts.count("refused.item-incomplete"))
                .startsWith("Refused: ")
                .endsWith("written: …");
    }
}
