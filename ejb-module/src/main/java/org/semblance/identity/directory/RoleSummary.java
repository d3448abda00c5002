package org.semblance.identity.directory;

import java.util.List;

/**
 * A role as people see it.
 *
 * @param isBuiltIn whether it came with the product, and stays as it is
 */
public record RoleSummary(String name, String description, boolean isBuiltIn, List<String> permissions, Usage usage) {

    public RoleSummary {
        permissions = List.copyOf(permissions);
    }

    /**
     * How much a role is used and was changed.
     *
     * @param users how many users have it somewhere
     */
    public record Usage(long users, int version) {}
}
