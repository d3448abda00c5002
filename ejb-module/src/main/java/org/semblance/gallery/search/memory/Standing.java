package org.semblance.gallery.search.memory;

/** Where a gallery stands with memory. */
public enum Standing {
    READY("it is in memory"),
    LOADING("it is being loaded into memory"),
    WAITING("memory is not free for it yet"),
    TOO_LARGE("it does not fit into the memory that searches may take"),
    OFF("nothing is kept in memory here");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
