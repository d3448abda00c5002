package org.semblance.identity.oidc;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.RoleGrant;

/** What a verified token says of its subject. */
public record Claims(Map<String, Object> values) {
    /** As user names of our own: nothing that a log line, an address or a file name could stumble over. */
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,127}");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_SUBJECT = 255;

    /** Whom the token is about; {@link SingleSignOnFailedException} when it does not tell enough. */
    ProviderUser user(String issuer, ClaimSettings settings) {
        String subject = text("sub")
                .filter(sub -> sub.length() <= LONGEST_SUBJECT)
                .orElseThrow(() -> new SingleSignOnFailedException("the token names nobody"));
        String claim = settings.names().username();
        String username = text(claim)
                .filter(name -> USERNAME.matcher(name).matches())
                .orElseThrow(() -> new SingleSignOnFailedException("the claim '" + claim
                        + "' is missing or no user name; semblance.oidc.username-claim names it"));
        String displayName = text(settings.names().displayName()).orElse(username);
        return new ProviderUser(
                issuer,
                subject,
                username,
                displayName.substring(0, Math.min(displayName.length(), LONGEST_NAME)),
                text(settings.names().email()).filter(Claims::isAddress).orElse(null),
                roles(settings));
    }

    /** A text that is not blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(value(name))
                .filter(String.class::isInstance)
                .map(text -> ((String) text).strip())
                .filter(text -> !text.isEmpty());
    }

    /** A whole number, such as a time in seconds. */
    Optional<Long> number(String name) {
        return Optional.ofNullable(value(name)).filter(Number.class::isInstance).map(number -> ((Number) number)
                .longValue());
    }

    private Set<RoleGrant> roles(ClaimSettings settings) {
        var grants = new HashSet<RoleGrant>();
        theirs(value(settings.names().roles())).forEach(role -> grants.addAll(settings.of(role)));
        if (grants.isEmpty()) {
            settings.defaultRole().ifPresent(grants::add);
        }
        return grants;
    }

    private static List<String> theirs(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return value instanceof String one ? List.of(one) : List.of();
    }

    /** By its whole name first, for names of claims may be addresses with dots of their own. */
    private @Nullable Object value(String name) {
        if (values.containsKey(name)) {
            return values.get(name);
        }
        Object at = values;
        for (String step : name.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at;
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST_EMAIL && at > 0 && at < text.length() - 1 && !text.contains(" ");
    }
}
