package org.semblance.storage;

/** How long an image is kept. */
public enum Retention {
    /** As long as the person it shows is enrolled. */
    ENROLLED("enrolled"),
    /** As long as what cameras saw is kept. */
    OBSERVED("observed"),
    /** Until its purpose is served; purged by age. */
    TEMPORARY("temporary");

    private final String code;

    Retention(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
