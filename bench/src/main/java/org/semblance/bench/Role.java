package org.semblance.bench;

/** What a line of a table is there for. */
enum Role {
    /** What nobody can do without: decoding the picture and running the models, nothing else. */
    BARE,
    /** A share of the bare line, measured alone. */
    PART,
    /** The same work by our own code, in this process. */
    PIPELINE,
    /** The same work by a server. */
    API
}
