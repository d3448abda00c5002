package org.semblance.vision.rest;

import java.util.Optional;
import org.semblance.vision.Photo;

/** An uploaded photo, and another one to compare it with if the form has one. */
public record PhotoPair(PhotoUpload upload, Optional<Photo> other) {}
