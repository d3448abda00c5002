package org.semblance.vision;

/**
 * What a photo says of itself before it is decoded.
 *
 * @param size width and height of the upright picture
 * @param memory bytes of memory that decoding takes at most, the decoded picture included
 */
public record PhotoHeader(PixelSize size, long memory) {}
