package org.semblance.platform.ui;

/** A view that is worth reading again now and then: on news, and once a minute while somebody is there. */
public interface LiveView {

    /** Reads again what is shown, in a request of the user. */
    void refresh();
}
