package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobStatus;
import org.semblance.jobs.JobWatch;
import org.semblance.platform.ui.OnPage;

/** Has a page told how runs go, pushed as it happens, for as long as the page is there. */
final class JobNews implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient JobWatch watch;
    private final SerializableConsumer<JobStatus> listener;
    private transient JobWatch.@Nullable Watching watching;
    private @Nullable Long followed;

    JobNews(JobWatch watch, SerializableConsumer<JobStatus> listener) {
        this.watch = watch;
        this.listener = listener;
    }

    /** Tells the page of one run, or of all when none is named, from now on until it is left. */
    void follow(Component page, @Nullable JobRunId run) {
        Long wanted = run == null ? 0L : Long.valueOf(run.value());
        if (wanted.equals(followed)) {
            return;
        }
        stop();
        followed = wanted;
        UI ui = UI.getCurrent();
        watching = watch.watch(run, status -> tell(ui, status));
        page.addDetachListener(event -> {
            event.unregisterListener();
            stop();
        });
    }

    private void tell(UI ui, JobStatus status) {
        OnPage.run(ui, () -> listener.accept(status), this::stop);
    }

    private void stop() {
        JobWatch.Watching ended = watching;
        watching = null;
        followed = null;
        if (ended != null) {
            ended.close();
        }
    }
}
