package org.semblance.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.semblance.identity.directory.RoleGrant;

/** What the provider's claims mean here. */
@ApplicationScoped
public class ClaimSettings {
    private final Names names;
    private final Map<String, List<RoleGrant>> roles;
    private final Optional<RoleGrant> defaultRole;
    private final boolean createsUsers;
    private final boolean createsApiUsers;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ClaimSettings() {
        this.names = null;
        this.roles = null;
        this.defaultRole = null;
        this.createsUsers = false;
        this.createsApiUsers = false;
    }

    @Inject
    public ClaimSettings(
            @ConfigProperty(name = "semblance.oidc.username-claim", defaultValue = "preferred_username")
                    String usernameClaim,
            @ConfigProperty(name = "semblance.oidc.name-claim", defaultValue = "name") String nameClaim,
            @ConfigProperty(name = "semblance.oidc.email-claim", defaultValue = "email") String emailClaim,
            @ConfigProperty(name = "semblance.oidc.roles-claim", defaultValue = "roles") String rolesClaim,
            @ConfigProperty(name = "semblance.oidc.roles") Optional<List<String>> roles,
            @ConfigProperty(name = "semblance.oidc.default-role") Optional<String> defaultRole,
            @ConfigProperty(name = "semblance.oidc.create-users", defaultValue = "true") boolean createsUsers,
            @ConfigProperty(name = "semblance.oidc.create-api-users", defaultValue = "false") boolean createsApiUsers) {
        this.names = new Names(usernameClaim, nameClaim, emailClaim, rolesClaim);
        this.roles = read(roles.orElse(List.of()));
        this.defaultRole = defaultRole.map(ClaimSettings::grant);
        this.createsUsers = createsUsers;
        this.createsApiUsers = createsApiUsers;
    }

    /** Where claims say what. */
    Names names() {
        return names;
    }

    /** What a role or group of the provider gives here; nothing for one that is not mapped. */
    List<RoleGrant> of(String theirs) {
        return roles.getOrDefault(theirs, List.of());
    }

    /** What whoever has none of the mapped roles gets. */
    Optional<RoleGrant> defaultRole() {
        return defaultRole;
    }

    boolean createsUsers() {
        return createsUsers;
    }

    /** Whether the first call of the API may make a user. */
    boolean createsApiUsers() {
        return createsApiUsers;
    }

    /** The last sign of equality parts them: names in directories have some of their own. */
    private static Map<String, List<RoleGrant>> read(List<String> lines) {
        var map = new HashMap<String, List<RoleGrant>>();
        for (String line : lines) {
            int equals = line.lastIndexOf('=');
            if (equals < 1 || equals == line.length() - 1) {
                throw new IllegalArgumentException(
                        "semblance.oidc.roles is a list of provider-role=role or provider-role=role@gallery, not "
                                + line);
            }
            map.computeIfAbsent(line.substring(0, equals).strip(), theirs -> new ArrayList<>())
                    .add(grant(line.substring(equals + 1)));
        }
        return map;
    }

    private static RoleGrant grant(String text) {
        String[] parts = text.strip().split("@", 2);
        if (parts[0].isBlank() || (parts.length == 2 && parts[1].isBlank())) {
            throw new IllegalArgumentException("A role is written as role or role@gallery, not " + text);
        }
        return new RoleGrant(parts[0], parts.length == 2 ? parts[1] : null);
    }

    /** Names of claims; a dot leads into an object: {@code realm_access.roles}. */
    record Names(String username, String displayName, String email, String roles) {}
}
