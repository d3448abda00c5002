package org.semblance.transfer.batch;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.NewPerson;
import org.semblance.platform.Problem;

/**
 * One picture that a source has of a person, or the reason why it is refused.
 *
 * @param key where the source has it: what a run goes on after
 * @param item what people know it by
 * @param location where its bytes lie, for the source
 * @param person whom it shows; null when it is refused
 */
public record PersonPicture(
        String key,
        String item,
        String location,
        @Nullable NewPerson person,
        @Nullable Problem refusal) {
    private static final int LONGEST_ITEM = 500;

    public PersonPicture {
        item = item.replaceAll("\\p{Cntrl}", "?");
        item = item.length() > LONGEST_ITEM ? item.substring(0, LONGEST_ITEM) : item;
    }

    static PersonPicture refused(String key, String item, Problem refusal) {
        return new PersonPicture(key, item, "", null, refusal);
    }

    /** Everything of the same owner belongs to the same part of a divided step. */
    public String owner() {
        return person == null ? item : String.valueOf(person.externalId());
    }
}
