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

/** What people do with calendars. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessCalendarService {
    private final AccessCalendarStore calendars;
    private final AccessBook book;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessCalendarService() {
        this(null, null);
    }

    @Inject
    public AccessCalendarService(AccessCalendarStore calendars, AccessBook book) {
        this.calendars = calendars;
        this.book = book;
    }

    @RolesAllowed(Permissions.ACCESS_READ)
    public Page<AccessCalendar> list(long after, int limit) {
        return calendars.list(after, limit);
    }

    @RolesAllowed(Permissions.ACCESS_READ)
    public AccessCalendar require(AccessCalendarId id) {
        return calendars.require(id);
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public AccessCalendar create(NewAccessCalendar said) {
        AccessCalendar made = calendars.add(said);
        book.read();
        return made;
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public AccessCalendar change(AccessCalendarId id, NewAccessCalendar said, ExpectedVersion expected) {
        AccessCalendar changed = calendars.change(id, said, expected);
        book.read();
        return changed;
    }

    @RolesAllowed(Permissions.ACCESS_MANAGE)
    public void remove(AccessCalendarId id, ExpectedVersion expected) {
        calendars.remove(id, expected);
        book.read();
    }
}
