package org.semblance.storage;

/** A file of which it is not known whether a row names it. */
record LooseFile(ImageKey key, long size) {}
