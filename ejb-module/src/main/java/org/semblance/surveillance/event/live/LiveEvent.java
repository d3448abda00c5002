package org.semblance.surveillance.event.live;

import org.semblance.surveillance.event.Recorded;

/** An event and its place among all that were told. */
public record LiveEvent(EventPlace place, Recorded event) {}
