package org.semblance.platform;

import java.util.List;
import java.util.Set;

/** The fine permissions that roles are made of; each is also the name of a container role. */
public final class Permissions {
    public static final String VISION_DETECT = "vision:detect";
    public static final String GALLERY_READ = "gallery:read";
    public static final String GALLERY_EXPORT = "gallery:export";
    public static final String GALLERY_WRITE = "gallery:write";
    public static final String PERSON_READ = "person:read";
    public static final String PERSON_ENROLL = "person:enroll";
    public static final String PERSON_EDIT = "person:edit";
    public static final String PERSON_DELETE = "person:delete";
    public static final String SEARCH_RUN = "search:run";
    public static final String SCORE_EXACT = "score:exact";
    public static final String JOB_READ = "job:read";
    public static final String JOB_MANAGE = "job:manage";
    public static final String AUDIT_READ = "audit:read";
    public static final String AUDIT_EXPORT = "audit:export";
    public static final String METRICS_READ = "metrics:read";
    public static final String MODEL_READ = "model:read";
    public static final String MODEL_MANAGE = "model:manage";
    public static final String APIKEY_CREATE = "apikey:create";
    public static final String APIKEY_MANAGE = "apikey:manage";
    public static final String SIGNING_KEY_MANAGE = "signing-key:manage";
    public static final String USER_READ = "user:read";
    public static final String USER_MANAGE = "user:manage";
    public static final String ROLE_MANAGE = "role:manage";
    public static final String WEBHOOK_READ = "webhook:read";
    public static final String WEBHOOK_MANAGE = "webhook:manage";
    public static final String CONSENT_READ = "consent:read";
    public static final String CONSENT_MANAGE = "consent:manage";
    public static final String HOLD_MANAGE = "hold:manage";
    public static final String PRIVACY_EXPORT = "privacy:export";
    public static final String ERASURE_READ = "erasure:read";
    public static final String ERASURE_RUN = "erasure:run";
    public static final String RETENTION_READ = "retention:read";
    public static final String RETENTION_MANAGE = "retention:manage";
    public static final String CAMERA_READ = "camera:read";
    public static final String CAMERA_MANAGE = "camera:manage";
    public static final String CAMERA_SEND = "camera:send";
    public static final String EVENT_READ = "event:read";
    public static final String EVENT_EXPORT = "event:export";
    public static final String UNKNOWN_REVIEW = "unknown:review";
    public static final String ACCESS_READ = "access:read";
    public static final String ACCESS_MANAGE = "access:manage";

    /** Every permission there is, in the order in which people should see them. */
    public static final List<String> ALL = List.of(
            VISION_DETECT,
            GALLERY_READ,
            GALLERY_WRITE,
            GALLERY_EXPORT,
            PERSON_READ,
            PERSON_ENROLL,
            PERSON_EDIT,
            PERSON_DELETE,
            SEARCH_RUN,
            SCORE_EXACT,
            CAMERA_READ,
            CAMERA_MANAGE,
            CAMERA_SEND,
            EVENT_READ,
            EVENT_EXPORT,
            UNKNOWN_REVIEW,
            ACCESS_READ,
            ACCESS_MANAGE,
            JOB_READ,
            JOB_MANAGE,
            AUDIT_READ,
            AUDIT_EXPORT,
            METRICS_READ,
            MODEL_READ,
            MODEL_MANAGE,
            APIKEY_CREATE,
            APIKEY_MANAGE,
            SIGNING_KEY_MANAGE,
            USER_READ,
            USER_MANAGE,
            ROLE_MANAGE,
            WEBHOOK_READ,
            WEBHOOK_MANAGE,
            CONSENT_READ,
            CONSENT_MANAGE,
            HOLD_MANAGE,
            PRIVACY_EXPORT,
            ERASURE_READ,
            ERASURE_RUN,
            RETENTION_READ,
            RETENTION_MANAGE);

    /** What can be given in single galleries; everything else is about the installation and holds everywhere or nowhere. */
    private static final Set<String> OF_GALLERIES = Set.of(
            VISION_DETECT,
            GALLERY_READ,
            GALLERY_WRITE,
            PERSON_READ,
            PERSON_ENROLL,
            PERSON_EDIT,
            PERSON_DELETE,
            SEARCH_RUN,
            CAMERA_READ,
            CAMERA_MANAGE,
            CAMERA_SEND,
            EVENT_READ,
            UNKNOWN_REVIEW);

    private Permissions() {}

    /** Whether the permission means something in a single gallery. */
    public static boolean isOfGalleries(String permission) {
        return OF_GALLERIES.contains(permission);
    }
}
