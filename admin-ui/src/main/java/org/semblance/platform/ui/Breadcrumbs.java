package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import java.util.Optional;

/** Where the user is: the group of the view, what lies above it, and its title. */
final class Breadcrumbs extends Div {
    private static final long serialVersionUID = 1L;

    final H1 title = new H1("Semblance");
    private final OrderedList way = new OrderedList();
    private final Nav above = new Nav(way);

    Breadcrumbs() {
        addClassName("breadcrumbs");
        title.addClassName("portal-title");
        above.getElement().setAttribute("aria-label", getTranslation("shell.breadcrumbs"));
        add(above, title);
    }

    void show(Component content) {
        way.removeAll();
        group(content)
                .filter(group -> group != NavigationGroup.OVERVIEW)
                .ifPresent(group -> way.add(new ListItem(new Span(getTranslation(group.key())))));
        if (content instanceof TitledView view) {
            view.trail().forEach(crumb -> way.add(new ListItem(new Anchor(crumb.address(), crumb.text()))));
            title.setText(view.title());
        }
        above.setVisible(way.getChildren().findAny().isPresent());
    }

    private static Optional<NavigationGroup> group(Component content) {
        return Optional.ofNullable(content.getClass().getAnnotation(Menu.class))
                .map(menu -> NavigationGroup.of(menu.order()));
    }
}
