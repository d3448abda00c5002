package org.semblance.surveillance.flow;

import java.time.Instant;
import java.util.UUID;
import org.semblance.vision.Photo;

/**
 * A picture that a camera took.
 *
 * @param id made where it arrived (version 7)
 * @param takenAt by the camera's clock, which may be wrong
 * @param arrivedAt by ours
 */
public record Frame(UUID id, Photo photo, Instant takenAt, Instant arrivedAt) {}
