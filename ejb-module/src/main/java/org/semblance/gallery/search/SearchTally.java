package org.semblance.gallery.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.semblance.gallery.search.SearchPlan.Method;

/** How many searches were answered each way since the start. */
@ApplicationScoped
public class SearchTally {
    private final Map<Method, LongAdder> searches = new EnumMap<>(Method.class);

    public SearchTally() {
        for (Method method : Method.values()) {
            searches.put(method, new LongAdder());
        }
    }

    <T> Nearest<T> counted(Nearest<T> answer) {
        adder(answer.plan().method()).increment();
        return answer;
    }

    long searches(Method method) {
        return adder(method).sum();
    }

    private LongAdder adder(Method method) {
        return searches.computeIfAbsent(method, none -> new LongAdder());
    }
}
