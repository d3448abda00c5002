package org.semblance.ear;

/** Every view with something to see. A new view is added here: pictured, counted, timed and in the guide from then on. */
enum PortalViews {
    DASHBOARD("dashboard", ""),
    SEARCH("search", "search/" + Workplace.GALLERY),
    GALLERIES("galleries", "galleries"),
    PERSONS("persons", "persons/" + Workplace.GALLERY),
    UNKNOWN_FACES("unknown-faces", "unknown-faces?gallery=" + Workplace.GALLERY),
    RECOGNITIONS("recognitions", "events"),
    CAMERAS("cameras", "cameras"),
    CAMERA("camera", "cameras/" + Workplace.CAMERA),
    CAMERA_EVENTS("camera-events", "camera-events"),
    DOORS("doors", "access/doors"),
    RULES("rules", "access/rules"),
    CALENDARS("calendars", "access/calendars"),
    PASSERS("passers", "passers"),
    JOBS("jobs", "jobs"),
    SCHEDULES("schedules", "schedules"),
    FILES("files", "files"),
    RETENTION("retention", "retention"),
    MODELS("models", "models"),
    PROPOSALS("proposals", "proposals/" + Workplace.GALLERY),
    DELETED_PERSONS("deleted-persons", "deleted-persons/" + Workplace.GALLERY),
    HEALTH("health", "health"),
    USERS("users", "users"),
    ROLES("roles", "roles"),
    API_KEYS("api-keys", "api-keys"),
    WEBHOOKS("webhooks", "webhooks"),
    AUDIT("audit", "audit"),
    PRIVACY("privacy", "privacy"),
    LEGAL_HOLDS("legal-holds", "legal-holds"),
    ACCOUNT("account", "account");

    private final String picture;
    private final String route;

    PortalViews(String picture, String route) {
        this.picture = picture;
        this.route = route;
    }

    /** What its picture is called. */
    String picture() {
        return picture;
    }

    /** Its address within the portal. */
    String route() {
        return route;
    }
}
