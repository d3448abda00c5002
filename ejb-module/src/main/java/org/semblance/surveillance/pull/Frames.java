package org.semblance.surveillance.pull;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The pictures of one camera, one after the other. */
interface Frames extends AutoCloseable {

    /**
     * The next picture; empty where it was passed over, because it was not wanted when it came.
     *
     * @param isWanted asked when it begins to come
     */
    Optional<byte[]> next(BooleanSupplier isWanted) throws IOException;

    /** Ends a read that is under way, too. */
    @Override
    void close();
}
