package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.semblance.surveillance.ui.camera.Watched.Condition;

/** What the cameras are narrowed to, as the address says it. */
record CamerasFilter(String text, Optional<Condition> condition) {
    private static final String TEXT = "q";
    private static final String CONDITION = "state";

    static CamerasFilter of(Location location) {
        QueryParameters said = location.getQueryParameters();
        return new CamerasFilter(
                said.getSingleParameter(TEXT).orElse(""),
                said.getSingleParameter(CONDITION).flatMap(CamerasFilter::condition));
    }

    boolean includes(Watched watched) {
        var camera = watched.camera();
        String wanted = text.toLowerCase(Locale.ROOT);
        boolean isNamed = Stream.of(
                        camera.title(),
                        camera.location(),
                        camera.name().value(),
                        camera.gallery().value())
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
        return isNamed && condition.map(watched.condition()::equals).orElse(true);
    }

    void remember(UI ui) {
        Map<String, String> said = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            said.put(TEXT, text);
        }
        condition.ifPresent(one -> said.put(CONDITION, one.name().toLowerCase(Locale.ROOT)));
        ui.getPage().getHistory().replaceState(null, new Location("cameras", QueryParameters.simple(said)));
    }

    private static Optional<Condition> condition(String code) {
        return Arrays.stream(Condition.values())
                .filter(one -> one.name().equalsIgnoreCase(code))
                .findFirst();
    }
}
