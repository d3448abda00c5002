package org.semblance.vision.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What has to be known of a pack before its files are unpacked.
 *
 * @param files named in its manifest, as paths inside the pack
 */
public record PackHead(String name, Licence licence, List<String> files) {
    public PackHead {
        files = List.copyOf(files);
    }

    static PackHead read(Path manifest) {
        var mapping = Mapping.read(manifest);
        List<String> files = new ArrayList<>();
        collect(mapping.values(), files);
        for (String file : files) {
            if (!PackManifest.FILE.matcher(file).matches()) {
                throw mapping.refuse("file", "is " + file + ", but must be a file inside the pack, as a relative path");
            }
        }
        String name = mapping.text("name", ModelPacks.NAME, "lower-case letters, digits, dots, dashes, underscores");
        return new PackHead(name, PackManifest.licence(mapping), files);
    }

    /** Every file that is named, at any depth. */
    private static void collect(Object value, List<String> files) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((key, below) -> {
                if (key.equals("file")) {
                    files.add(String.valueOf(below));
                } else if (below != null) {
                    collect(below, files);
                }
            });
        } else if (value instanceof List<?> list) {
            for (Object below : list) {
                if (below != null) {
                    collect(below, files);
                }
            }
        }
    }
}
