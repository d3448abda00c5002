package org.semblance.platform.rest;

/** An answer with a secret that nobody can tell again: not kept for whoever sends the same request twice either. */
public interface ShownOnce {}
