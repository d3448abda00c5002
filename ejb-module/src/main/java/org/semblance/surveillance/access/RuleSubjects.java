package org.semblance.surveillance.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;

/** What those are called whom rules are about, for any number of rules in two statements. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RuleSubjects {
    private static final String PERSONS = """
            SELECT id, gallery_id, name FROM semblance.person
             WHERE id = ANY (?) AND name IS NOT NULL AND deleted_at IS NULL
            """;
    private static final String USERS =
            "SELECT id, display_name FROM semblance.app_user WHERE CAST(id AS text) = ANY (CAST(? AS text[]))";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public RuleSubjects() {}

    /** Outside the container. */
    RuleSubjects(DataSource database) {
        this.database = database;
    }

    /** Of those rules whose person or user the caller may know; roles and departments go by their names anyway. */
    @RolesAllowed(Permissions.ACCESS_READ)
    public Map<AccessRuleId, String> names(Collection<AccessRule> rules) {
        Map<String, String> known = new HashMap<>();
        known.putAll(persons(subjects(rules, Whom.PERSON)));
        known.putAll(users(subjects(rules, Whom.USER)));
        return rules.stream()
                .filter(rule -> rule.subject() != null && known.containsKey(rule.subject()))
                .collect(Collectors.toMap(AccessRule::id, rule -> Objects.requireNonNull(known.get(rule.subject()))));
    }

    private Map<String, String> persons(List<String> ids) {
        Scope scope = CurrentUser.require().scope(Permissions.PERSON_READ);
        if (ids.isEmpty() || scope.isNowhere()) {
            return Map.of();
        }
        return new Statements(database)
                        .list(
                                PERSONS,
                                row -> new Named(row.getString("id"), row.getLong("gallery_id"), row.getString("name")),
                                ids.stream().map(Long::valueOf).toList())
                        .stream()
                        .filter(person -> scope.includes(person.gallery()))
                        .collect(Collectors.toMap(Named::id, Named::name));
    }

    private Map<String, String> users(List<String> ids) {
        if (ids.isEmpty() || CurrentUser.require().scope(Permissions.USER_READ).isNowhere()) {
            return Map.of();
        }
        return new Statements(database)
                .list(USERS, row -> Map.entry(row.getString("id"), row.getString("display_name")), ids).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> subjects(Collection<AccessRule> rules, Whom whom) {
        Function<AccessRule, String> subject = rule -> Objects.requireNonNull(rule.subject());
        return rules.stream()
                .filter(rule -> rule.said().whom() == whom && rule.subject() != null)
                .map(subject)
                .distinct()
                .toList();
    }

    private record Named(String id, long gallery, String name) {}
}
