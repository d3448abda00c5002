package org.semblance.surveillance.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** What people do with doors. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DoorService {
    private final DoorStore doors;
    private final AccessBook book;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DoorService() {
        this(null, null);
    }

    @Inject
    public DoorService(DoorStore doors, AccessBook book) {
        this.doors = doors;
        this.book = book;
    }

    @RolesAllowed(Permissions.ACCESS_READ)
    public Page<Door> list(long after, int limit) {
        return doors.list(after, limit);
    }

    @RolesAllowed(Permissions.ACCESS_READ)
    public Door require(DoorName name) {
        return doors.require(name);
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public Door create(NewDoor said) {
        Door made = doors.add(said);
        book.read();
        return made;
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public Door change(NewDoor said, ExpectedVersion expected) {
        Door changed = doors.change(said, expected);
        book.read();
        return changed;
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public void remove(DoorName name, ExpectedVersion expected) {
        doors.remove(name, expected);
        book.read();
    }
}
