package org.semblance.platform.batch;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryNotFoundException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

class FailureTellerTest {
    @Test
    void tells_the_problem_that_ended_the_run() {
        assertThat(told(BatchStatus.FAILED, no_gallery())).containsExactly("There is no gallery 'staff'");
    }

    @Test
    void finds_the_problem_behind_what_wraps_it() {
        assertThat(told(BatchStatus.FAILED, new IllegalStateException(no_gallery())))
                .containsExactly("There is no gallery 'staff'");
    }

    @Test
    void leaves_what_is_nobodys_to_know_to_the_log() {
        assertThat(told(BatchStatus.FAILED, new IllegalStateException("at /srv/secret:17")))
                .isEmpty();
        assertThat(told(BatchStatus.FAILED, null)).isEmpty();
    }

    @Test
    void says_nothing_of_a_problem_that_was_overcome() {
        assertThat(told(BatchStatus.STARTED, no_gallery())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void every_step_of_a_job_tells(Path job) throws Exception {
        NodeList steps;
        try (InputStream xml = Files.newInputStream(job)) {
            steps = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("step");
        }
        assertThat(steps.getLength()).isPositive();
        for (int i = 0; i < steps.getLength(); i++) {
            NodeList listeners = ((Element) steps.item(i)).getElementsByTagName("listener");
            assertThat(listeners.getLength()).isPositive();
            assertThat(((Element) listeners.item(0)).getAttribute("ref")).isEqualTo("failureTeller");
        }
    }

    static Stream<Path> jobs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/META-INF/batch-jobs"))) {
            return files.toList().stream();
        }
    }

    private static Exception no_gallery() {
        return new GalleryNotFoundException(new GalleryName("staff"));
    }

    /** What the exit status of the job was set to. */
    private static List<Object> told(BatchStatus status, @Nullable Exception failure) {
        List<Object> told = new ArrayList<>();
        JobContext job = answering(JobContext.class, (method, arguments) -> {
            if (method.equals("setExitStatus")) {
                told.add(arguments[0]);
            }
            return null;
        });
        StepContext step =
                answering(StepContext.class, (method, arguments) -> method.equals("getBatchStatus") ? status : failure);
        new FailureTeller(job, step).afterStep();
        return told;
    }

    private static <T> T answering(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private interface Answers {
        @Nullable
        Object to(String method, Object[] arguments);
    }
}
