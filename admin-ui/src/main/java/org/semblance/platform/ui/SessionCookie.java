package org.semblance.platform.ui;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.semblance.platform.web.WebSettings;

/** Keeps the session's cookie to TLS where browsers come over TLS; web.xml keeps it from scripts and other sites. */
@WebListener
public class SessionCookie implements ServletContextListener {
    private final WebSettings settings;

    @Inject
    public SessionCookie(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setSecure(settings.isHttps());
    }
}
