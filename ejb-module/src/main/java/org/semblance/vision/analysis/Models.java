package org.semblance.vision.analysis;

import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.FaceDetector;
import org.semblance.vision.FaceEmbedder;

/** The loaded models that work together. */
record Models(FaceDetector detector, FaceEmbedder embedder, EmbedderInfo info) {}
