package org.semblance.gallery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes entries of an archive. */
record ArchiveForger(Path directory) {
    Path rewritten(Path file, String name, UnaryOperator<String> change) throws IOException {
        var entries = entries(file);
        entries.put(name, change.apply(text(entries, name)).getBytes(StandardCharsets.ISO_8859_1));
        return written(entries);
    }

    /** As somebody would who can sign. */
    Path forged(Path file, String name, UnaryOperator<String> change) throws Exception {
        var entries = entries(file);
        String before = text(entries, name);
        assertThat(change.apply(before)).isNotEqualTo(before);
        entries.put(name, change.apply(before).getBytes(StandardCharsets.UTF_8));
        String manifest = text(entries, "manifest.json");
        if (!name.equals("manifest.json")) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(entries.get(name));
            manifest = manifest.replaceAll(
                    "(\"name\":\"" + name + "\",\"sha256\":\")[0-9a-f]+",
                    "$1" + HexFormat.of().formatHex(sum));
        }
        entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        entries.put("manifest.jws", ("signed:" + manifest).getBytes(StandardCharsets.UTF_8));
        return written(entries);
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                var bytes = new ByteArrayOutputStream();
                zip.getInputStream(entry).transferTo(bytes);
                entries.put(entry.getName(), bytes.toByteArray());
            }
        }
        return entries;
    }

    private Path written(Map<String, byte[]> entries) throws IOException {
        Path file = directory.resolve("forged.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
