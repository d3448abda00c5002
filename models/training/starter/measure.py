"""How well vectors of named faces tell people apart."""
import numpy as np

MOST_PAIRS_OF_A_PERSON = 15
RATES = ("1e-2", "1e-3", "1e-4")


def tenfold(same, different, seed=0):
    """Accuracy of a threshold that is chosen on nine tenths and tried on the last, on as many same as different."""
    random = np.random.default_rng(seed)
    different = random.choice(different, min(len(same), len(different)), replace=False)
    scores = np.concatenate([same, different])
    truth = np.concatenate([np.ones(len(same)), np.zeros(len(different))])
    fold = random.integers(0, 10, len(scores))
    thresholds = np.arange(-1, 1, 0.002)
    right = (scores[None] > thresholds[:, None]) == truth[None]
    accuracies = []
    for index in range(10):
        chosen = right[:, fold != index].mean(1)
        best = np.flatnonzero(chosen >= chosen.max() - 1e-12)
        accuracies.append(right[best[len(best) // 2], fold == index].mean())
    return float(np.mean(accuracies))


def threshold_at(different, rate):
    """The least similarity that at most this share of pairs of different people exceeds."""
    ordered = np.sort(different)[::-1]
    return float(ordered[min(int(rate * len(ordered)), len(ordered) - 1)])


def pair_scores(vectors, labels, seed=0):
    """Similarities of pairs of the same person (a few of each) and of all pairs of different people."""
    random = np.random.default_rng(seed)
    similarity = vectors @ vectors.T
    same = []
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        first, second = np.triu_indices(len(members), 1)
        scores = similarity[members[first], members[second]]
        if len(scores) > MOST_PAIRS_OF_A_PERSON:
            scores = random.choice(scores, MOST_PAIRS_OF_A_PERSON, replace=False)
        same.append(scores)
    first, second = np.triu_indices(len(vectors), 1)
    apart = labels[first] != labels[second]
    return np.concatenate(same), similarity[first[apart], second[apart]]


def rank_one(vectors, labels):
    """Share of people with two or more pictures whose second is closest to their first, of all first pictures."""
    _, firsts, numbers = np.unique(labels, return_index=True, return_inverse=True)
    seconds = []
    for number, first in enumerate(firsts):
        others = np.flatnonzero(numbers == number)
        if len(others) > 1:
            seconds.append((number, others[others != first][0]))
    similarity = vectors[[probe for _, probe in seconds]] @ vectors[firsts].T
    return float(np.mean(similarity.argmax(1) == [number for number, _ in seconds])), len(seconds)


def summary(vectors, labels):
    same, different = pair_scores(vectors, labels)
    rank, probes = rank_one(vectors, labels)
    result = {"accuracy": tenfold(same, different), "rank1": rank, "probes": probes,
              "same_pairs": len(same), "different_pairs": len(different), "same_mean": float(same.mean())}
    for rate in RATES:
        threshold = threshold_at(different, float(rate))
        result["threshold_" + rate] = threshold
        result["tar_" + rate] = float((same > threshold).mean())
    return result
