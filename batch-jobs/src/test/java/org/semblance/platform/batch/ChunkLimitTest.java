package org.semblance.platform.batch;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkLimitTest {
    private static final long HEAP = Runtime.getRuntime().maxMemory();

    private final ChunkWeight weight = new ChunkWeight(new StepMemory().context());

    @Test
    void ends_after_its_items() throws Exception {
        var limit = limit(3, 1);

        assertThat(items_of_a_chunk(limit, 0)).isEqualTo(3);
        assertThat(items_of_a_chunk(limit, 0)).isEqualTo(3);
    }

    @Test
    void ends_earlier_when_they_hold_too_much() throws Exception {
        var limit = limit(100, 1);

        assertThat(items_of_a_chunk(limit, HEAP / 64)).isEqualTo(4);
        assertThat(items_of_a_chunk(limit, HEAP / 64)).isEqualTo(4);
        assertThat(items_of_a_chunk(limit, HEAP)).isEqualTo(1);
    }

    @Test
    void parts_share_what_a_run_may_hold() throws Exception {
        assertThat(items_of_a_chunk(limit(100, 4), HEAP / 512)).isEqualTo(8);
    }

    private int items_of_a_chunk(ChunkLimit limit, long bytesOfEach) {
        limit.beginCheckpoint();
        int items = 0;
        do {
            weight.add(bytesOfEach);
            items++;
        } while (!limit.isReadyToCheckpoint());
        return items;
    }

    private ChunkLimit limit(int items, int parts) throws Exception {
        var properties = new Properties();
        properties.setProperty("parts", Integer.toString(parts));
        var job = JobContext.class.cast(Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) -> properties));
        var limit = new ChunkLimit(job, weight);
        Field field = ChunkLimit.class.getDeclaredField("items");
        field.setAccessible(true);
        field.set(limit, Integer.toString(items));
        return limit;
    }

    /** Remembers what is put into the context of a step. */
    private static final class StepMemory {
        private @Nullable Object data;

        StepContext context() {
            return StepContext.class.cast(Proxy.newProxyInstance(
                    StepContext.class.getClassLoader(),
                    new Class<?>[] {StepContext.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("setTransientUserData")) {
                            data = arguments[0];
                        }
                        return data;
                    }));
        }
    }
}
