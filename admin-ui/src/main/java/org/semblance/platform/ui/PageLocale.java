package org.semblance.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the browser, and with it screen readers, in which language the page is written, and remembers for the page in
 * which time zone the browser is: what is pushed later has no request to ask.
 */
@ApplicationScoped
public class PageLocale implements VaadinServiceInitListener {
    /** The page's first script leaves the browser's time zone under this name. */
    static final String ZONE_COOKIE = "semblance-zone";

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(@Observes ServiceInitEvent event) {
        event.getSource().addUIInitListener(created -> settle(created.getUI(), VaadinRequest.getCurrent()));
    }

    /** The time zone of the page's browser, UTC when it has not told. */
    static ZoneId zone(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, ZoneId.class)).orElse(ZoneOffset.UTC);
    }

    static void settle(UI ui, VaadinRequest request) {
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().getLanguage());
        Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(ZONE_COOKIE))
                .findFirst()
                .map(Cookie::getValue)
                .flatMap(PageLocale::zone)
                .ifPresent(zone -> ComponentUtil.setData(ui, ZoneId.class, zone));
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(URLDecoder.decode(name, StandardCharsets.UTF_8)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
