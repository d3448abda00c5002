package org.semblance.platform.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.TargetElement;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;

/**
 * The page around every view. Its style sheet and scripts are plain static files, so that Vaadin's prebuilt bundle
 * serves and no Node is needed. What the browser sends comes by requests, which carry who sends it; only what the
 * server pushes comes by the web socket.
 */
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/semblance.svg", "any");
        settings.addLink("stylesheet", StaticFiles.address("styles/portal.css"));
        settings.addLink("stylesheet", StaticFiles.address("styles/shell.css"));
        settings.addLink("stylesheet", StaticFiles.address("styles/surveillance.css"));
        settings.addLink("stylesheet", StaticFiles.address("styles/work.css"));
        settings.addLink("stylesheet", StaticFiles.address("styles/administration.css"));
        settings.addLink("stylesheet", StaticFiles.address("styles/people.css"));
        settings.addMetaTag("robots", "noindex");
        settings.addMetaTag("color-scheme", "light dark");
        addScript(settings, "theme.js");
        addScript(settings, "shell.js");
        addScript(settings, "work.js");
    }

    private static void addScript(AppShellSettings settings, String file) {
        settings.addInlineFromFile(
                TargetElement.HEAD,
                Inline.Position.PREPEND,
                "org/semblance/platform/ui/" + file,
                Inline.Wrapping.JAVASCRIPT);
    }
}
