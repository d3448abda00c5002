package org.semblance.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.JobWatch;
import org.semblance.jobs.schedule.CatchUp;
import org.semblance.jobs.schedule.Cron;
import org.semblance.jobs.schedule.NewSchedule;
import org.semblance.jobs.schedule.Schedule;
import org.semblance.jobs.schedule.ScheduleExistsException;
import org.semblance.jobs.schedule.ScheduleService;
import org.semblance.platform.ExpectedVersion;
import org.semblance.transfer.ExportFiles;
import org.semblance.transfer.ExportService;
import org.semblance.transfer.UploadConflictException;
import org.semblance.transfer.UploadFiles;
import org.semblance.transfer.UploadService;

/** What the views of recognition and operations ask for, as the test says. */
public class WorkFakes {
    public final Watch watch = new Watch();
    public final Uploads uploads = new Uploads();
    public final Exports exports = new Exports();
    public final Schedules schedules = new Schedules();

    public final KeptFakes.Retention retention = new KeptFakes.Retention();
    public final KeptFakes.Quarantine quarantine = new KeptFakes.Quarantine();
    public final KeptFakes.Packs packs = new KeptFakes.Packs();
    public final KeptFakes.PackUse packUse = new KeptFakes.PackUse(packs);
    public final KeptFakes.Clusters clusters = new KeptFakes.Clusters();

    List<Object> all() {
        return List.of(watch, uploads, exports, schedules, retention, quarantine, packs, packUse, clusters);
    }

    /** Tells what the test says. */
    public static final class Watch extends JobWatch {
        public final List<Consumer<JobStatus>> listeners = new ArrayList<>();

        @Override
        public Watching watch(@Nullable JobRunId run, Consumer<JobStatus> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        public void tell(JobStatus run) {
            List.copyOf(listeners).forEach(listener -> listener.accept(run));
        }
    }

    /** Files in memory, of which only the length is known. */
    public static final class Uploads extends UploadService {
        private final Map<String, UploadFiles.UploadFile> files = new TreeMap<>();

        public void have(String name, long bytes) {
            files.put(name, new UploadFiles.UploadFile(name, "uploads/" + name, bytes));
        }

        @Override
        public UploadFiles.UploadFile append(String name, long offset, InputStream piece) {
            long before = files.containsKey(name) ? files.get(name).bytes() : 0;
            if (before != offset) {
                throw new UploadConflictException(name, before);
            }
            try {
                have(name, offset + piece.readAllBytes().length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return files.get(name);
        }

        @Override
        public List<UploadFiles.UploadFile> list() {
            return List.copyOf(files.values());
        }

        @Override
        public void delete(String name) {
            files.remove(name);
        }
    }

    /** Archives of which there is only the name. */
    public static final class Exports extends ExportService {
        public final List<ExportFiles.ExportFile> files = new ArrayList<>();
        public final List<String> fetched = new ArrayList<>();
        public boolean needsStepUp;

        public void have(String name, long bytes) {
            files.add(new ExportFiles.ExportFile(name, bytes, Instant.EPOCH, Instant.EPOCH.plusSeconds(86_400)));
        }

        @Override
        public List<ExportFiles.ExportFile> list() {
            return List.copyOf(files);
        }

        @Override
        public Path fetch(String name) {
            if (needsStepUp) {
                needsStepUp = false;
                throw new StepUpRequiredException();
            }
            fetched.add(name);
            return Path.of(name);
        }

        @Override
        public void delete(String name) {
            files.removeIf(file -> file.name().equals(name));
        }
    }

    /** Schedules in memory, which nobody follows. */
    public static final class Schedules extends ScheduleService {
        private final Map<String, Schedule> schedules = new TreeMap<>();
        public final List<String> started = new ArrayList<>();

        public void have(String name, String job, String cron) {
            put(new NewSchedule(name, new JobRequest(job, Map.of()), Cron.of(cron, "UTC"), CatchUp.ONCE, true), 0);
        }

        private Schedule put(NewSchedule said, int version) {
            Instant due = said.isOn() ? said.cron().next(Instant.EPOCH).orElseThrow() : null;
            var schedule = new Schedule(said, version, due, 0, null, null, null, null, null);
            schedules.put(said.name(), schedule);
            return schedule;
        }

        /** What somebody else does meanwhile. */
        public void changeBehindTheBack(String name) {
            Schedule known = schedules.get(name);
            put(known.said(), known.version() + 1);
        }

        @Override
        public List<Schedule> list() {
            return List.copyOf(schedules.values());
        }

        @Override
        public Schedule require(String name) {
            return schedules.get(name);
        }

        @Override
        public Schedule create(NewSchedule said) {
            if (schedules.containsKey(said.name())) {
                throw new ScheduleExistsException(said.name());
            }
            return put(said, 0);
        }

        @Override
        public Schedule change(NewSchedule said, ExpectedVersion expected) {
            int version = schedules.get(said.name()).version();
            expected.check(version);
            return put(said, version + 1);
        }

        @Override
        public void delete(String name) {
            schedules.remove(name);
        }

        @Override
        public JobRunId run(String name) {
            started.add(name);
            return new JobRunId(1);
        }
    }
}
