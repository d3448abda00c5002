package org.semblance.gallery.batch;

import java.nio.file.Path;

/** A picture that the folder of a person holds; its path relative to the import folder is also the reader's checkpoint. */
record PersonPicture(Path file, String person, String relativePath) {}
