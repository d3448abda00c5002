package org.semblance.lookalike;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.product.OnnxProducts;

/**
 * Compares with everybody. Whoever has changed is compared with all; all others only with those who have changed, and
 * with all when that leaves their list open: somebody left it, and whoever comes next was never kept.
 */
public final class ExactComparison implements UserComparison {
    private final OnnxProducts products;
    private final MatrixComparison matrix;
    private final UserVectors all;
    private final UserVectors changed;
    private final int most;
    private final Function<Collection<UUID>, Map<UUID, List<Alike>>> lists;
    private final boolean isAnew;

    /**
     * @param changed those of all who have changed
     * @param lists what the lists of users are so far
     */
    public ExactComparison(
            OnnxProducts products,
            UserVectors all,
            UserVectors changed,
            int most,
            Function<Collection<UUID>, Map<UUID, List<Alike>>> lists) {
        this.products = products;
        this.matrix = new MatrixComparison(products);
        this.all = all;
        this.changed = changed;
        this.most = most;
        this.lists = lists;
        // Comparing the rest with more than half would cost more than comparing them with all.
        this.isAnew = changed.size() > all.size() / 2;
    }

    @Override
    public boolean isOfEverybody() {
        return changed.size() > 0;
    }

    @Override
    public List<AlikeList> compare(List<UserState> users) {
        List<AlikeList> found = new ArrayList<>();
        List<UUID> anew = new ArrayList<>();
        List<UserState> rest = new ArrayList<>();
        for (UserState user : users) {
            if (!all.contains(user.user())) {
                found.add(new AlikeList(user.user(), List.of(), true));
            } else if (isAnew || user.isChanged()) {
                anew.add(user.user());
            } else {
                rest.add(user);
            }
        }
        found.addAll(adjusted(rest, anew));
        int[] numbers = numbers(anew);
        List<List<Alike>> nearest = matrix.nearest(all, numbers, all, most);
        for (int i = 0; i < numbers.length; i++) {
            found.add(new AlikeList(anew.get(i), nearest.get(i), all.size() - 1 <= most));
        }
        return found;
    }

    /** The lists that others have changed; whose lists are left open goes to those who are compared anew. */
    private List<AlikeList> adjusted(List<UserState> users, List<UUID> open) {
        List<UUID> ids = users.stream().map(UserState::user).toList();
        List<List<Alike>> gains = changed.size() == 0
                ? ids.stream().map(id -> List.<Alike>of()).toList()
                : matrix.nearest(all, numbers(ids), changed, most);
        int[] affected = IntStream.range(0, ids.size())
                .filter(i -> users.get(i).isTouched()
                        || isGain(gains.get(i), users.get(i).worst()))
                .toArray();
        var before = lists.apply(IntStream.of(affected).mapToObj(ids::get).toList());
        List<AlikeList> adjusted = new ArrayList<>();
        for (int i : affected) {
            List<Alike> old = before.getOrDefault(ids.get(i), List.of());
            merged(old, gains.get(i), users.get(i).worst())
                    .ifPresentOrElse(
                            list -> adjusted.add(new AlikeList(ids.get(i), list, all.size() - 1 <= most)),
                            () -> open.add(ids.get(i)));
        }
        return adjusted;
    }

    private static boolean isGain(List<Alike> gains, @Nullable Alike worst) {
        return !gains.isEmpty() && (worst == null || Alike.ORDER.compare(gains.get(0), worst) < 0);
    }

    /** Everybody who is not in the old list and has not changed comes after its last one. */
    private Optional<List<Alike>> merged(List<Alike> old, List<Alike> gains, @Nullable Alike worst) {
        var list = Stream.concat(
                        old.stream().filter(other -> all.contains(other.user()) && !changed.contains(other.user())),
                        gains.stream())
                .sorted(Alike.ORDER)
                .limit(most)
                .toList();
        boolean isSure = worst == null || (list.size() == most && Alike.ORDER.compare(list.get(most - 1), worst) <= 0);
        return isSure ? Optional.of(list) : Optional.empty();
    }

    private int[] numbers(List<UUID> users) {
        return users.stream().mapToInt(all::find).toArray();
    }

    @Override
    public void close() {
        products.close();
    }
}
