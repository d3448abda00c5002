package org.semblance.home.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.semblance.gallery.GalleryService;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.surveillance.event.EventService;

/** Whether all is well, and what to do next. Open to everybody who has signed in; shows what each of them may see. */
@CdiComponent
@Route(value = "", layout = MainLayout.class)
@Menu(title = "home.title", order = 0, icon = "HOME")
@PermitAll
public class HomeView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final transient WatchPart watch;
    private final transient EnginePart engine;
    private final transient StockPart stock;
    private final Optional<RecognitionsCard> recognitions;
    final Div tiles = new Div();
    final Div cards = new Div();
    final FirstSteps steps = new FirstSteps();

    @Inject
    public HomeView(
            GalleryService galleries, EventService events, WatchPart watch, EnginePart engine, StockPart stock) {
        this.galleries = galleries;
        this.watch = watch;
        this.engine = engine;
        this.stock = stock;
        recognitions = Optional.of(events)
                .filter(readable -> PortalSession.permits(Permissions.EVENT_READ))
                .map(readable -> new RecognitionsCard(readable, Clock.systemUTC()));
        addClassName("view");
        tiles.addClassNames("cards", "tiles");
        cards.addClassNames("cards", "dashboard");
        var next = new H2(getTranslation("home.next"));
        next.addClassName("section-heading");
        add(buildGreeting(), tiles);
        recognitions.ifPresent(this::add);
        add(cards, next, steps);
    }

    private Component buildGreeting() {
        String name = PortalSession.user().map(SignedInUser::displayName).orElse("");
        var greeting = new Paragraph(getTranslation("home.greeting", name));
        greeting.addClassName("greeting");
        return greeting;
    }

    @Override
    public String title() {
        return getTranslation("home.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        showNumbers();
    }

    /** What takes longer comes once the page is there: the browser asks for it in a request of the user's own. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("return true").then(isThere -> showCards());
    }

    @Override
    public void refresh() {
        showNumbers();
        showCards();
    }

    private void showNumbers() {
        boolean mayRead = PortalSession.permits(Permissions.GALLERY_READ);
        int known = mayRead ? galleries.titles().size() : 0;
        tiles.removeAll();
        watch.addTiles(tiles);
        engine.addTiles(tiles);
        if (mayRead) {
            stock.addTiles(tiles, known);
        }
        tiles.setVisible(tiles.getComponentCount() > 0);
        recognitions.ifPresent(RecognitionsCard::refresh);
        steps.show(known > 0);
    }

    void showCards() {
        cards.removeAll();
        engine.addCards(cards);
        stock.addCards(tiles, cards);
    }
}
