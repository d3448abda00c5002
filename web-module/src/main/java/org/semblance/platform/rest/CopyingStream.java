package org.semblance.platform.rest;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes on, and keeps a copy. */
final class CopyingStream extends FilterOutputStream {
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    CopyingStream(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        copy.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        copy.write(bytes, offset, length);
    }

    byte[] copied() {
        return copy.toByteArray();
    }
}
