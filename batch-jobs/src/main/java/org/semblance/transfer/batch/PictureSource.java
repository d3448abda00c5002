package org.semblance.transfer.batch;

import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Photo;

/** Pictures of persons in an order that does not change: a run goes on after the last one that it has dealt with. */
public interface PictureSource extends AutoCloseable {
    /**
     * What comes after a key, in order and with little of it in memory at a time.
     *
     * @param key null for the beginning
     * @param owners whose pictures are wanted, see {@link PersonPicture#owner()}
     */
    Iterator<PersonPicture> after(@Nullable String key, Predicate<String> owners);

    /** The bytes of a picture that is not refused; a problem when there is something wrong with just this one. */
    Photo read(PersonPicture picture);

    /** How many there are of those owners. */
    default long count(Predicate<String> owners) {
        long count = 0;
        for (var pictures = after(null, owners); pictures.hasNext(); pictures.next()) {
            count++;
        }
        return count;
    }

    @Override
    void close();
}
