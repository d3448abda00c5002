package org.semblance.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Every context that holds something of persons. */
@ApplicationScoped
public class PersonalContexts {
    private final List<PersonalData> contexts;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonalContexts() {
        this.contexts = null;
    }

    @Inject
    public PersonalContexts(@Any Instance<PersonalData> contexts) {
        this(contexts.stream().toList());
    }

    public PersonalContexts(List<PersonalData> contexts) {
        this.contexts = contexts.stream()
                .sorted(Comparator.comparing(PersonalData::isLast).thenComparing(PersonalData::context))
                .toList();
    }

    /** In the order in which they are erased. */
    public List<PersonalData> list() {
        return contexts;
    }
}
