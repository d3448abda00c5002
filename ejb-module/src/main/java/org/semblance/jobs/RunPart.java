package org.semblance.jobs;

/**
 * What one attempt at a run does: a step of it, or one of the parts of a step that are done side by side.
 *
 * @param part from 0; 0 for a step that is not divided
 */
public record RunPart(JobRunId run, int attempt, String step, int part) {}
