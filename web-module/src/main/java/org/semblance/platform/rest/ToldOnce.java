package org.semblance.platform.rest;

/** An answer that holds a secret: it is kept nowhere, not even to answer the same request again. */
public interface ToldOnce {}
