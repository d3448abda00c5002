package org.semblance.identity.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;

/** Makes, lists, renames and removes departments. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DepartmentService {
    private static final int LONGEST_NAME = 200;

    private final DepartmentStore departments;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DepartmentService() {
        this(null);
    }

    @Inject
    public DepartmentService(DepartmentStore departments) {
        this.departments = departments;
    }

    @RolesAllowed(Permissions.USER_READ)
    public List<DepartmentSummary> list() {
        Rights.requireEverywhere(Permissions.USER_READ);
        return departments.list();
    }

    @RolesAllowed(Permissions.USER_READ)
    public DepartmentSummary require(long department) {
        Rights.requireEverywhere(Permissions.USER_READ);
        return departments.require(department);
    }

    @RolesAllowed(Permissions.USER_MANAGE)
    public DepartmentSummary create(String name) {
        Rights.requireEverywhere(Permissions.USER_MANAGE);
        return departments.require(departments.add(clean(name)));
    }

    @RolesAllowed(Permissions.USER_MANAGE)
    public DepartmentSummary rename(long department, String name, ExpectedVersion expected) {
        Rights.requireEverywhere(Permissions.USER_MANAGE);
        departments.rename(department, clean(name), expected);
        return departments.require(department);
    }

    @RolesAllowed(Permissions.USER_MANAGE)
    public void delete(long department) {
        Rights.requireEverywhere(Permissions.USER_MANAGE);
        departments.remove(department);
    }

    private static String clean(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new InvalidInputException("name", "A department's name has 1 to " + LONGEST_NAME + " characters");
        }
        return stripped;
    }
}
