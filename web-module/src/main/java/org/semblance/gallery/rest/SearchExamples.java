package org.semblance.gallery.rest;

/** What the description of the API shows. */
final class SearchExamples {
    static final String RESPONSE = """
            {
              "image": {"width": 1280, "height": 886},
              "model": "starter/embedder",
              "faces": [
                {
                  "box": {"x": 412.5, "y": 96.25, "width": 118.0, "height": 151.75},
                  "landmarks": [[445.1, 158.2], [498.7, 156.9], [473.4, 190.0], [450.2, 215.6], [495.3, 214.8]],
                  "confidence": 0.9321,
                  "quality": {"score": 0.8312, "reasons": []},
                  "decision": {
                    "outcome": "matched", "reason": "clear", "person_id": 1815, "score": 0.7342, "runner_up": 0.2117,
                    "threshold": 0.42, "margin": 0.05, "model": "starter/embedder"
                  },
                  "candidates": [
                    {
                      "person": {"id": 1815, "name": "Ada Lovelace"}, "face_id": 90210, "similarity": 0.7342,
                      "crop_url": "/files/persons/1815/aligned/6f1c.png?exp=1767225600&sig=Jk3v"
                    }
                  ]
                }
              ]
            }
            """;

    static final String RECOGNITION = """
            {
              "image": {"width": 1280, "height": 886},
              "model": "starter/embedder",
              "faces": [
                {
                  "box": {"x": 412.5, "y": 96.25, "width": 118.0, "height": 151.75},
                  "landmarks": [[445.1, 158.2], [498.7, 156.9], [473.4, 190.0], [450.2, 215.6], [495.3, 214.8]],
                  "confidence": 0.9321,
                  "quality": {"score": 0.8312, "reasons": []},
                  "status": "joined", "reason": "clear", "face_id": 90210, "person_id": 1815,
                  "decision": {
                    "outcome": "matched", "reason": "clear", "person_id": 1815, "score": 0.7342, "runner_up": 0.2117,
                    "threshold": 0.42, "margin": 0.05, "model": "starter/embedder"
                  }
                }
              ]
            }
            """;

    static final String VECTOR = """
            {"gallery": "staff", "vector": [0.0213, -0.0871, 0.0442], "limit": 3, "explain": true}
            """;

    static final String FACE = """
            {"gallery": "staff", "face_id": 90210}
            """;

    static final String SAME = """
            {
              "same": true, "similarity": 0.7342, "threshold": 0.51, "model": "starter/embedder",
              "face": {"box": {"x": 412.5, "y": 96.25, "width": 118.0, "height": 151.75}, "quality": 0.8312},
              "other": {"box": {"x": 80.0, "y": 41.5, "width": 220.0, "height": 287.0}, "quality": 0.9101}
            }
            """;

    private SearchExamples() {}
}
