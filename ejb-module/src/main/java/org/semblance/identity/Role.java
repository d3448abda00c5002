package org.semblance.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Set;

/** A named set of permissions. */
@Entity
@Table(name = "role")
public class Role {
    public static final String ADMINISTRATOR = "administrator";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

    private String description;

    @Column(name = "built_in")
    private boolean builtIn;

    @ElementCollection
    @CollectionTable(name = "role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    private Set<String> permissions;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Role() {}

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    boolean isBuiltIn() {
        return builtIn;
    }

    Set<String> permissions() {
        return Set.copyOf(permissions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Role that && id != 0 && id == that.id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
