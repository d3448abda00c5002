package org.semblance.jobs.schedule;

import java.time.Instant;

/**
 * A schedule that this node may start a run for now.
 *
 * @param now by the clock of the database
 */
public record DueSchedule(Schedule schedule, Instant now) {}
