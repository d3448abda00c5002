package org.semblance.platform.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The portal's own line icons, all in one file. */
public enum PortalIcon {
    HOME,
    SEARCH,
    FIND,
    PERSONS,
    GALLERIES,
    JOBS,
    LIGHT,
    DARK,
    SYSTEM,
    SIGN_OUT,
    ACCOUNT,
    KEYBOARD,
    HEALTH,
    SCHEDULES,
    FILES,
    RETENTION,
    MODELS,
    PROPOSALS,
    EDIT,
    MERGE,
    DOWNLOAD,
    PHOTO,
    ADD,
    DELETE,
    STOP,
    RESTART,
    WARNING,
    CLOSE,
    CHECK,
    LOCK,
    ARROW,
    UNKNOWN,
    EVENTS,
    CAMERA,
    CAMERA_EVENTS,
    DOOR,
    PASSERS,
    UNDO,
    KEY,
    NEXT,
    PREVIOUS,
    USERS,
    ROLES,
    WEBHOOK,
    AUDIT,
    PRIVACY;

    /** How the icon is called in icons/portal.svg and in the menu. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the pictures of all of them are. */
    public static String file() {
        return StaticFiles.address("icons/portal.svg");
    }

    public SvgIcon create() {
        var icon = new SvgIcon(file(), id());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
