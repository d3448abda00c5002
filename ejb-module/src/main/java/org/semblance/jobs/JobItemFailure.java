package org.semblance.jobs;

/** One item that a job refused, and why: the reason is a problem's stable code. */
public record JobItemFailure(long id, String item, String reason, String message) {}
