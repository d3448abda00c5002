package org.semblance.announcement;

import java.util.List;

/** What a feature announces; every bean of this type is part of the catalogue. */
public interface AnnouncementTypes {
    List<AnnouncementType> types();
}
