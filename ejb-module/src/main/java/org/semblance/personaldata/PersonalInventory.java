package org.semblance.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is held of somebody, wherever it is held. */
@ApplicationScoped
public class PersonalInventory {
    private final PersonalContexts contexts;
    private final PersonalRows rows;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PersonalInventory() {
        this(null, null);
    }

    @Inject
    public PersonalInventory(PersonalContexts contexts, PersonalRows rows) {
        this.contexts = contexts;
        this.rows = rows;
    }

    /** In the order in which they are erased. */
    public List<PersonalData> contexts() {
        return contexts.list();
    }

    /** How many rows of each table of a context are the subject's. */
    public Map<String, Long> count(PersonalData context, Subject subject) {
        var counts = new TreeMap<String, Long>();
        context.tables().forEach(table -> counts.put(table.name(), rows.count(table, subject)));
        return counts;
    }

    /** Every row of a table that is the subject's, as JSON. */
    public void forEach(PersonalTable table, Subject subject, Consumer<String> visitor) {
        rows.forEach(table, subject, visitor);
    }
}
