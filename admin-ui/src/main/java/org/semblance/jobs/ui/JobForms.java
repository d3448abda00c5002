package org.semblance.jobs.ui;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.semblance.gallery.GalleryService;
import org.semblance.jobs.JobKind;
import org.semblance.jobs.JobLauncher;
import org.semblance.platform.ui.PortalSession;
import org.semblance.transfer.UploadService;

/** Makes forms for the jobs that the user of the page may start. */
@Dependent
public class JobForms {
    private final JobLauncher jobs;
    private final GalleryService galleries;
    private final UploadService uploads;

    @Inject
    public JobForms(JobLauncher jobs, GalleryService galleries, UploadService uploads) {
        this.jobs = jobs;
        this.galleries = galleries;
        this.uploads = uploads;
    }

    JobForm make() {
        return new JobForm(permitted(), galleries, uploads);
    }

    /** For the others the user lacks what these do. */
    private List<JobKind> permitted() {
        return jobs.kinds().stream()
                .filter(kind -> kind.permissions().stream().allMatch(PortalSession::permits))
                .sorted(Comparator.comparing(kind -> JobTexts.name(kind.job())))
                .toList();
    }
}
