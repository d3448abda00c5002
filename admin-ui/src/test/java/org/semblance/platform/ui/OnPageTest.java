package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.portal.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

class OnPageTest extends PortalTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void changes_an_open_page() {
        OnPage.run(UI.getCurrent(), () -> done.add("changed"), () -> done.add("left"));
        settle();

        assertThat(done).containsExactly("changed");
    }

    @Test
    void a_page_that_was_left_harms_nobody() {
        var left = new UI();

        OnPage.run(left, () -> done.add("changed"));
        OnPage.run(left, () -> done.add("changed"), () -> done.add("left"));

        assertThat(done).containsExactly("left");
    }
}
