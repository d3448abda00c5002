package org.semblance.platform.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Names broken constraints as the caller knows them: by the fields of the JSON that was sent. */
final class InvalidFields {
    private InvalidFields() {}

    static List<InvalidField> of(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream()
                .map(InvalidFields::of)
                .distinct()
                .sorted(Comparator.comparing(InvalidField::field).thenComparing(InvalidField::message))
                .toList();
    }

    private static InvalidField of(ConstraintViolation<?> violation) {
        return new InvalidField(field(violation.getPropertyPath()), violation.getMessage());
    }

    /** The properties below the body; the parameter itself when it is what breaks the rule. */
    private static String field(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        String properties = nodes.stream()
                .filter(node -> node.getKind() == ElementKind.PROPERTY && node.getName() != null)
                .map(node -> snakeCase(node.getName()))
                .collect(Collectors.joining("."));
        if (!properties.isEmpty() || nodes.isEmpty()) {
            return properties;
        }
        return snakeCase(String.valueOf(nodes.get(nodes.size() - 1).getName()));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
