package org.semblance.vision.rest;

/** What the description of the API shows. */
final class DetectExamples {
    static final String RESPONSE = """
            {
              "image": {"width": 1280, "height": 886},
              "faces": [
                {
                  "box": {"x": 412.5, "y": 96.25, "width": 118.0, "height": 151.75},
                  "landmarks": [[445.1, 158.2], [498.7, 156.9], [473.4, 190.0], [450.2, 215.6], [495.3, 214.8]],
                  "confidence": 0.9321,
                  "quality": {"score": 0.8312, "reasons": []}
                }
              ]
            }
            """;

    private DetectExamples() {}
}
