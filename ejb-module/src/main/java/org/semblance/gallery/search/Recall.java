package org.semblance.gallery.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.semblance.gallery.search.SearchPlan.Method;
import org.semblance.gallery.search.memory.Scope;

/** How often the quick ways found what comparing everything finds, by the latest samples. */
@ApplicationScoped
public class Recall {
    /** With a lower share of true answers a graph is not used. */
    static final double GOOD = 0.99;

    private static final int LATEST = 400;
    private static final int ENOUGH = 100;

    private final Map<Key, Deque<Boolean>> samples = new HashMap<>();

    private final Set<Scope> brokenGraphs = new HashSet<>();

    private record Key(Scope scope, Method method) {}

    synchronized void record(Scope scope, Method method, boolean isFound) {
        mend(scope, method);
        Deque<Boolean> latest = samples.computeIfAbsent(new Key(scope, method), key -> new ArrayDeque<>());
        latest.addLast(isFound);
        if (latest.size() > LATEST) {
            latest.removeFirst();
        }
    }

    /** After a repair, what was found before it says nothing any more. */
    synchronized void forget(Scope scope, Method method) {
        samples.remove(new Key(scope, method));
        mend(scope, method);
    }

    /** A graph that cannot even be read: nothing that it found before speaks for it. */
    synchronized void breakDown(Scope scope) {
        samples.remove(new Key(scope, Method.GRAPH));
        brokenGraphs.add(scope);
    }

    /** How many graphs could not be read when they were last asked. */
    synchronized int brokenGraphs() {
        return brokenGraphs.size();
    }

    private void mend(Scope scope, Method method) {
        if (method == Method.GRAPH) {
            brokenGraphs.remove(scope);
        }
    }

    /** Whether a way is known to find nearly everything in a gallery. */
    synchronized boolean isGood(Scope scope, Method method) {
        Deque<Boolean> latest = samples.get(new Key(scope, method));
        return latest != null && latest.size() >= ENOUGH && share(latest) >= GOOD;
    }

    /** The worst gallery's share of true answers by a way; 1 while nothing has been sampled. */
    synchronized double worst(Method method) {
        return samples.entrySet().stream()
                .filter(entry -> entry.getKey().method() == method)
                .mapToDouble(entry -> share(entry.getValue()))
                .min()
                .orElse(1);
    }

    private static double share(Collection<Boolean> latest) {
        return (double) latest.stream().filter(isFound -> isFound).count() / latest.size();
    }
}
