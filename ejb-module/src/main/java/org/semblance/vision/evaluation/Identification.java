package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Embedding;

/** Looks every probe up in a gallery of everybody enrolled: who is found, and what stranger is taken for somebody. */
final class Identification {
    private final List<LabelledPerson> gallery;
    private final Survey survey;
    private final int enrolled;
    private final List<Best> known = new ArrayList<>();
    private final double[] strangers;

    /** The most similar picture of the gallery. */
    private record Best(double similarity, boolean right) {}

    private Identification(List<LabelledPerson> people, Survey survey) {
        this.survey = survey;
        gallery = people.stream()
                .filter(person -> isSeen(person, LabelledPerson.Role.GALLERY))
                .toList();
        Set<String> names = new HashSet<>();
        gallery.forEach(person -> names.add(person.identity()));
        enrolled = names.size();
        people.stream()
                .filter(person -> isSeen(person, LabelledPerson.Role.PROBE) && names.contains(person.identity()))
                .forEach(person -> known.add(best(person)));
        strangers = people.stream()
                .filter(person -> isSeen(person, LabelledPerson.Role.UNKNOWN_PROBE))
                .mapToDouble(person -> best(person).similarity())
                .sorted()
                .toArray();
    }

    /** Of those whose face was found; nobody may be a stranger and enrolled. */
    static Identification of(List<LabelledPerson> people, Survey survey) {
        Set<String> enrolled = new HashSet<>();
        people.stream()
                .filter(person -> person.role() == LabelledPerson.Role.GALLERY)
                .forEach(person -> enrolled.add(person.identity()));
        for (var person : people) {
            if (person.role() == LabelledPerson.Role.UNKNOWN_PROBE && enrolled.contains(person.identity())) {
                throw new EvaluationException(
                        person.identity() + " is labelled as an unknown_probe, but enrolled by a gallery picture");
            }
        }
        return new Identification(people, survey);
    }

    private boolean isSeen(LabelledPerson person, LabelledPerson.Role role) {
        return person.role() == role && survey.embedding(person.picture()) != null;
    }

    private Best best(LabelledPerson probe) {
        double most = Double.NEGATIVE_INFINITY;
        String identity = "";
        Embedding embedding = survey.embedding(probe.picture());
        for (var person : gallery) {
            double similarity = similarity(embedding, survey.embedding(person.picture()));
            if (similarity > most) {
                most = similarity;
                identity = person.identity();
            }
        }
        return new Best(most, identity.equals(probe.identity()));
    }

    static double similarity(@Nullable Embedding first, @Nullable Embedding second) {
        return first == null || second == null ? Double.NaN : first.similarity(second);
    }

    int enrolled() {
        return enrolled;
    }

    int known() {
        return known.size();
    }

    int strangers() {
        return strangers.length;
    }

    /** Share of the known whose most similar picture is theirs. */
    double rankOne() {
        return found(Double.NEGATIVE_INFINITY);
    }

    /** Share of the known whose most similar picture is theirs and as similar as the threshold. */
    double found(double threshold) {
        long found = known.stream()
                .filter(best -> best.right() && best.similarity() >= threshold)
                .count();
        return known.isEmpty() ? Double.NaN : (double) found / known.size();
    }

    /** Share of the strangers who are as similar to somebody enrolled as the threshold. */
    double falselyIdentified(double threshold) {
        long above = Arrays.stream(strangers)
                .filter(similarity -> similarity >= threshold)
                .count();
        return strangers.length == 0 ? Double.NaN : (double) above / strangers.length;
    }

    /** The lowest threshold, in thousandths, at which at most this share of strangers is taken for somebody enrolled. */
    double thresholdFor(double share) {
        if (strangers.length * share < 1) {
            return Double.NaN;
        }
        double highestRefused = strangers[strangers.length - 1 - (int) (share * strangers.length + 1e-9)];
        return Math.min(1, (Math.floor(highestRefused * 1000) + 1) / 1000);
    }
}
