package org.semblance.vision.analysis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.platform.BusyException;
import org.semblance.vision.TestSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnalysisGateTest {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void let_go() {
        release.countDown();
    }

    @Test
    void refuses_at_once_when_the_queue_is_full() throws InterruptedException {
        var gate = gate(1, 0, Duration.ofSeconds(30));
        occupy(gate, 0);

        ThrowingCallable entering = () -> gate.run(0, () -> "never");

        assertThatThrownBy(entering).isInstanceOfSatisfying(BusyException.class, busy -> assertThat(busy.retryAfter())
                .hasValue(30));
    }

    @Test
    void refuses_who_has_waited_too_long() throws InterruptedException {
        var gate = gate(1, 5, Duration.ofMillis(20));
        occupy(gate, 0);

        assertThatThrownBy(() -> gate.run(0, () -> "never")).isInstanceOf(BusyException.class);
    }

    @Test
    void lets_the_next_in_when_one_leaves_even_by_an_exception() {
        var gate = gate(1, 0, Duration.ZERO);

        assertThatThrownBy(() -> gate.run(0, () -> {
                    throw new IllegalStateException("failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(gate.<String>run(0, () -> "in")).isEqualTo("in");
    }

    @Test
    void pictures_that_do_not_fit_into_memory_together_go_one_after_the_other() throws InterruptedException {
        var gate = gate(2, 5, Duration.ofMillis(20));
        occupy(gate, Long.MAX_VALUE);

        assertThatThrownBy(() -> gate.run(1024, () -> "never")).isInstanceOf(BusyException.class);
        assertThat(gate.<String>run(0, () -> "a small one fits")).isEqualTo("a small one fits");
    }

    private void occupy(AnalysisGate gate, long bytes) throws InterruptedException {
        var occupant = new Thread(() -> gate.run(bytes, () -> {
            started.countDown();
            return waitForRelease();
        }));
        occupant.setDaemon(true);
        occupant.start();
        started.await();
    }

    private boolean waitForRelease() {
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static AnalysisGate gate(int concurrency, int queue, Duration patience) {
        return new AnalysisGate(TestSettings.settings()
                .concurrency(concurrency)
                .queue(queue)
                .patience(patience)
                .build());
    }
}
