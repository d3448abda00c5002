package org.semblance.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every type of event there is, in the order of names. */
@ApplicationScoped
public class Catalogue {
    private final List<AnnouncementType> types;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Catalogue() {
        this.types = null;
    }

    @Inject
    public Catalogue(@Any Instance<AnnouncementTypes> features) {
        this(features.stream());
    }

    public Catalogue(Stream<AnnouncementTypes> features) {
        types = features.flatMap(feature -> feature.types().stream())
                .sorted(Comparator.comparing(AnnouncementType::name))
                .toList();
    }

    public List<AnnouncementType> types() {
        return types;
    }

    public Optional<AnnouncementType> find(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
