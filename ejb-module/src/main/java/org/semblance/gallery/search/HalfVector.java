package org.semblance.gallery.search;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;
import org.semblance.gallery.search.memory.Halves;
import org.semblance.vision.Embedding;

/** A vector as a parameter, two bytes a number: writing it as text and reading that takes longer than many a search. */
final class HalfVector extends PGobject implements PGBinaryObject {
    private static final String TYPE = "halfvec";
    private static final int HEADER = 4;

    private final short[] halves;

    HalfVector(Embedding embedding) {
        this.halves = Halves.of(embedding.values());
        setType(TYPE);
    }

    /** Lets a connection send vectors this way; the second time it is of no cost. */
    static void enable(Connection connection) throws SQLException {
        var plain = connection.unwrap(BaseConnection.class);
        plain.getQueryExecutor().addBinarySendOid(plain.getTypeInfo().getPGType(TYPE));
    }

    /** The signs, as text of a bit string: one for more than zero. */
    String bits() {
        var bits = new StringBuilder(halves.length);
        for (short half : halves) {
            bits.append(half > 0 ? '1' : '0');
        }
        return bits.toString();
    }

    @Override
    public int lengthInBytes() {
        return HEADER + 2 * halves.length;
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        Halves.write(halves, ByteBuffer.wrap(bytes, offset, lengthInBytes()));
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("Vectors are read otherwise");
    }

    /** What the driver sends where it was not told to send bytes. */
    @Override
    public String getValue() {
        var text = new StringBuilder("[");
        for (short half : halves) {
            text.append(Halves.value(half)).append(',');
        }
        text.setCharAt(text.length() - 1, ']');
        return text.toString();
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        return super.clone();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
