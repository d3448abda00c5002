package org.semblance.jobs.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.jobs.JobLauncher;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;
import org.semblance.platform.VersionMismatchException;

/** What people do with schedules. Whoever has a job started by the clock must be permitted to start it. */
@Stateless
@LocalBean
public class ScheduleService {
    private static final String SUBJECT = "schedule";

    private final Schedules schedules;
    private final JobLauncher jobs;
    private final AuditLog audit;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ScheduleService() {
        this(null, null, null);
    }

    @Inject
    public ScheduleService(Schedules schedules, JobLauncher jobs, AuditLog audit) {
        this.schedules = schedules;
        this.jobs = jobs;
        this.audit = audit;
    }

    @RolesAllowed(Permissions.JOB_READ)
    public List<Schedule> list() {
        return schedules.list();
    }

    @RolesAllowed(Permissions.JOB_READ)
    public Schedule require(String name) {
        return schedules.require(name);
    }

    @RolesAllowed(Permissions.JOB_MANAGE)
    public Schedule create(NewSchedule said) {
        if (!said.name().matches("[a-z][a-z0-9-]{0,62}")) {
            throw new InvalidInputException(
                    "name", "A schedule's name has small letters, digits and hyphens, and begins with a letter");
        }
        jobs.check(said.request());
        if (!schedules.add(said)) {
            throw new ScheduleExistsException(said.name());
        }
        audit.record(AuditEvent.success("schedule.created", SUBJECT, said.name())
                .with("job", said.request().job())
                .with("cron", said.cron().expression()));
        return schedules.require(said.name());
    }

    @RolesAllowed(Permissions.JOB_MANAGE)
    public Schedule change(NewSchedule said, ExpectedVersion expected) {
        var before = schedules.require(said.name());
        expected.check(before.version());
        jobs.check(said.request());
        if (!schedules.change(said, before.version())) {
            throw new VersionMismatchException();
        }
        var old = before.said();
        audit.record(AuditEvent.success("schedule.changed", SUBJECT, said.name())
                .changed("job", old.request().job(), said.request().job())
                .changed("cron", old.cron().expression(), said.cron().expression())
                .changed("zone", old.cron().zone(), said.cron().zone())
                .changed("catch_up", old.catchUp().code(), said.catchUp().code())
                .changed("on", old.isOn(), said.isOn()));
        return schedules.require(said.name());
    }

    @RolesAllowed(Permissions.JOB_MANAGE)
    public void delete(String name) {
        schedules.require(name);
        schedules.remove(name);
        audit.record(AuditEvent.success("schedule.deleted", SUBJECT, name));
    }

    /** Starts its job now; when it is due next does not change. */
    @RolesAllowed(Permissions.JOB_MANAGE)
    public JobRunId run(String name) {
        return jobs.start(schedules.require(name).said().request());
    }
}
