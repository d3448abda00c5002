package org.semblance.surveillance.ui.access;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;

/** Doors, the rules of who may pass them, and the calendars that rules go by; which of them is in the address. */
@CdiComponent
@Route(value = "access/:part?(doors|rules|calendars)", layout = MainLayout.class)
@Menu(title = "access.title", order = 240, icon = "DOOR")
@RolesAllowed(Permissions.ACCESS_READ)
public class AccessView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    /** What is shown. */
    enum Part {
        DOORS,
        RULES,
        CALENDARS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final DoorsPanel doors;
    final RulesPanel rules;
    final CalendarsPanel calendars;
    final Tabs tabs = new Tabs();
    private Part part = Part.DOORS;

    @Inject
    public AccessView(DoorsPanel doors, RulesPanel rules, CalendarsPanel calendars) {
        this.doors = doors;
        this.rules = rules;
        this.calendars = calendars;
        addClassNames("view", "access-view");
        for (Part one : Part.values()) {
            tabs.add(new Tab(getTranslation("access." + one.code())));
        }
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                open(Part.values()[tabs.getSelectedIndex()]);
            }
        });
        var intro = new Span(getTranslation("access.intro"));
        intro.addClassName("secondary");
        add(tabs, intro, doors, rules, calendars);
    }

    static void open(Part wanted) {
        UI.getCurrent().navigate(AccessView.class, new RouteParameters("part", wanted.code()));
    }

    @Override
    public String title() {
        return getTranslation("access.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        part = event.getRouteParameters()
                .get("part")
                .map(code -> Part.valueOf(code.toUpperCase(Locale.ROOT)))
                .orElse(Part.DOORS);
        tabs.setSelectedIndex(List.of(Part.values()).indexOf(part));
        doors.setVisible(part == Part.DOORS);
        rules.setVisible(part == Part.RULES);
        calendars.setVisible(part == Part.CALENDARS);
        switch (part) {
            case DOORS -> doors.refresh();
            case RULES -> rules.refresh();
            case CALENDARS -> calendars.refresh();
        }
    }
}
