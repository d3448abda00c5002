package org.semblance.home.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.Statistics;
import org.semblance.gallery.StatisticsService;
import org.semblance.models.PackOverview;
import org.semblance.models.PackService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.Views;

/** What the first page says of what is kept: persons and faces, what they take on disk, and the models that see them. */
@Dependent
public class StockPart {
    private static final String NOT_COUNTED = "…";

    private final StatisticsService statistics;
    private final PackService packs;
    private List<Component> places = List.of();

    @Inject
    public StockPart(StatisticsService statistics, PackService packs) {
        this.statistics = statistics;
        this.packs = packs;
    }

    /** Places for two numbers: counting takes a while where there is much, so it is done for the cards. */
    void addTiles(Div tiles, int galleries) {
        places = List.of(persons(NOT_COUNTED, galleries), faces(NOT_COUNTED));
        tiles.add(places);
    }

    void addCards(Div tiles, Div cards) {
        if (PortalSession.permits(Permissions.GALLERY_READ)) {
            Statistics counted = statistics.count();
            List<Component> numbers = List.of(
                    persons(LocalFormat.format(counted.persons()), counted.galleries()),
                    faces(LocalFormat.format(counted.faces())));
            for (int i = 0; i < places.size(); i++) {
                tiles.replace(places.get(i), numbers.get(i));
            }
            places = numbers;
            cards.add(storage(counted));
        }
        if (PortalSession.permits(Permissions.MODEL_READ)) {
            cards.add(models(packs.list()));
        }
    }

    private static Component persons(String number, long galleries) {
        Optional<String> list = Views.address("persons", "");
        return new Tile(number, text("persons.title"), text("home.galleries", galleries), false)
                .leadingTo(list.isPresent() ? list : Views.address("galleries", ""));
    }

    private static Component faces(String number) {
        return new Tile(number, text("home.faces"), "", false).leadingTo(Views.address("galleries", ""));
    }

    private Card storage(Statistics counted) {
        var facts = new Facts()
                .fact(text("home.storage.images", counted.images()), LocalFormat.bytes(counted.imageBytes()))
                .fact(
                        text("home.storage.embeddings", counted.embeddings()),
                        LocalFormat.bytes(counted.embeddingBytes()))
                .fact(text("home.storage.unassigned"), LocalFormat.format(counted.unassigned()));
        return new Card(text("home.storage")).with(facts);
    }

    private Card models(List<PackOverview> installed) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        installed.stream().filter(pack -> pack.isActive() || pack.isPending()).forEach(pack -> list.add(item(pack)));
        if (list.getChildren().findAny().isEmpty()) {
            list.add(new ListItem(text("home.models.none")));
        }
        return new Card(text("home.models")).more(Views.address("models", "")).with(list);
    }

    private static ListItem item(PackOverview pack) {
        var tone = pack.isActive() ? Badge.Tone.GOOD : Badge.Tone.ACTIVE;
        var state = new Badge(tone, text(pack.isActive() ? "home.models.active" : "home.models.pending"));
        var item = new ListItem(new Span(pack.installed().name()), state);
        item.addClassName("list-line");
        return item;
    }

    private static String text(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
