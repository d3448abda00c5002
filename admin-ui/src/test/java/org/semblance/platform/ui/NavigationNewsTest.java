package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.platform.live.Notifications;
import org.semblance.portal.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

class NavigationNewsTest extends PortalTest {
    private final NavigationNews news = new NavigationNews(new NavigationBadges(List.of()), new Notifications());

    @Test
    void tells_open_pages_until_they_are_left() {
        var told = new int[1];
        var following = news.follow(UI.getCurrent(), () -> told[0]++);

        news.tell();
        settle();
        following.remove();
        news.tell();
        settle();

        assertThat(told[0]).isEqualTo(1);
    }

    @Test
    void forgets_pages_that_are_gone() {
        var told = new int[1];
        news.follow(new UI(), () -> told[0]++);

        news.tell();
        news.tell();

        assertThat(told[0]).isZero();
    }
}
