package org.semblance.platform.rest;

/** An answer with a secret that nobody sees again: it is not kept for whoever sends the same request twice. */
public interface ShownOnce {}
