package org.semblance.platform.ui;

import com.vaadin.flow.server.VaadinServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of the portal's own files that change with their content: no browser shows an old one after an update. */
final class StaticFiles {
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private StaticFiles() {}

    static String address(String path) {
        return ADDRESSES.computeIfAbsent(path, StaticFiles::withFingerprint);
    }

    private static String withFingerprint(String path) {
        try (InputStream file = VaadinServlet.getCurrent().getServletContext().getResourceAsStream("/" + path)) {
            if (file == null) {
                return path;
            }
            var sum = new CRC32();
            sum.update(file.readAllBytes());
            return path + "?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("The portal's file " + path + " cannot be read", e);
        }
    }
}
