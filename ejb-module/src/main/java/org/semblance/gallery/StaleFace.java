package org.semblance.gallery;

import java.io.Serializable;

/**
 * A stored face without an embedding of some model.
 *
 * @param crop key of its aligned crop in the image store
 */
public record StaleFace(long face, String crop) implements Serializable {}
