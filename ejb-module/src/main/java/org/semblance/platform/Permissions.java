package org.semblance.platform;

import java.util.List;

/** The fine permissions that roles are made of; each is also the name of a container role. */
public final class Permissions {
    public static final String VISION_DETECT = "vision:detect";
    public static final String GALLERY_READ = "gallery:read";
    public static final String GALLERY_WRITE = "gallery:write";
    public static final String PERSON_READ = "person:read";
    public static final String PERSON_ENROLL = "person:enroll";
    public static final String PERSON_EDIT = "person:edit";
    public static final String PERSON_DELETE = "person:delete";
    public static final String SEARCH_RUN = "search:run";
    public static final String JOB_READ = "job:read";
    public static final String JOB_MANAGE = "job:manage";
    public static final String AUDIT_READ = "audit:read";
    public static final String METRICS_READ = "metrics:read";
    public static final String MODEL_READ = "model:read";
    public static final String MODEL_MANAGE = "model:manage";
    public static final String APIKEY_CREATE = "apikey:create";
    public static final String APIKEY_MANAGE = "apikey:manage";
    public static final String SIGNING_KEY_MANAGE = "signing-key:manage";
    public static final String USER_READ = "user:read";
    public static final String USER_MANAGE = "user:manage";
    public static final String ROLE_MANAGE = "role:manage";

    /** Every permission there is, in the order in which people should see them. */
    public static final List<String> ALL = List.of(
            VISION_DETECT,
            GALLERY_READ,
            GALLERY_WRITE,
            PERSON_READ,
            PERSON_ENROLL,
            PERSON_EDIT,
            PERSON_DELETE,
            SEARCH_RUN,
            JOB_READ,
            JOB_MANAGE,
            AUDIT_READ,
            METRICS_READ,
            MODEL_READ,
            MODEL_MANAGE,
            APIKEY_CREATE,
            APIKEY_MANAGE,
            SIGNING_KEY_MANAGE,
            USER_READ,
            USER_MANAGE,
            ROLE_MANAGE);

    private Permissions() {}
}
