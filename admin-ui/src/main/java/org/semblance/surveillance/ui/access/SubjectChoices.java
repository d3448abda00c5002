package org.semblance.surveillance.ui.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.ui.PersonChoices;
import org.semblance.gallery.ui.PersonPicker;
import org.semblance.identity.directory.DepartmentService;
import org.semblance.identity.directory.RoleService;
import org.semblance.identity.directory.UserQuery;
import org.semblance.identity.directory.UserService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.access.Whom;

/** Whom a rule can be about, as far as the user may know them. */
@Dependent
public class SubjectChoices {
    private final RoleService roles;
    private final DepartmentService departments;
    private final UserService users;
    private final PersonChoices persons;

    @Inject
    public SubjectChoices(RoleService roles, DepartmentService departments, UserService users, PersonChoices persons) {
        this.roles = roles;
        this.departments = departments;
        this.users = users;
        this.persons = persons;
    }

    /** Somebody to choose: what the rule names them by, and what people call them. */
    record Choice(String who, String called) {}

    /** Whether there is a list to choose from; otherwise the id has to be known. */
    static boolean isListed(Whom whom) {
        return PortalSession.permits(whom == Whom.PERSON ? Permissions.PERSON_READ : Permissions.USER_READ);
    }

    /** Those whose name begins so. */
    List<Choice> find(Whom whom, String text, int limit) {
        return switch (whom) {
            case ROLE ->
                roles.list().stream()
                        .map(role -> new Choice(role.name(), role.name()))
                        .toList();
            case DEPARTMENT ->
                departments.list().stream()
                        .map(department -> new Choice(String.valueOf(department.id()), department.name()))
                        .toList();
            case USER -> users(text, limit);
            default -> List.of();
        };
    }

    PersonPicker personPicker() {
        return new PersonPicker(persons);
    }

    /** Nobody when they are gone. */
    Optional<PersonFound> person(String id) {
        return persons.find(new PersonId(Long.parseLong(id)));
    }

    private List<Choice> users(String text, int limit) {
        return users.list(new UserQuery(text, null, null, null, null, limit)).items().stream()
                .map(user ->
                        new Choice(user.id().toString(), user.traits().displayName() + " (" + user.username() + ")"))
                .toList();
    }
}
