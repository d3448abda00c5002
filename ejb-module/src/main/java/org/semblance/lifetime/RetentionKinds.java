package org.semblance.lifetime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything that is kept for a time. */
@ApplicationScoped
public class RetentionKinds {
    private final List<RetentionKind> kinds;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RetentionKinds() {
        this.kinds = null;
    }

    @Inject
    public RetentionKinds(@Any Instance<RetentionKind> kinds) {
        this(kinds.stream().toList());
    }

    public RetentionKinds(List<RetentionKind> kinds) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(RetentionKind::name)).toList();
    }

    /** In the order of their names. */
    public List<RetentionKind> list() {
        return kinds;
    }

    public Optional<RetentionKind> find(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    public RetentionKind require(String name) {
        return find(name).orElseThrow(() -> new RetentionKindNotFoundException(name));
    }
}
