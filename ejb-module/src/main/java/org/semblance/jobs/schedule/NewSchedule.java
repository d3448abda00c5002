package org.semblance.jobs.schedule;

import org.semblance.jobs.JobRequest;

/** What people say of a schedule. */
public record NewSchedule(String name, JobRequest request, Cron cron, CatchUp catchUp, boolean isOn) {}
