package org.semblance.surveillance.event.live;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Somebody who is told events. Every method is quick and throws nothing. */
public interface EventListener {

    /**
     * The next events, of all kinds and places; there may be none.
     *
     * @param upTo all up to there have been told now
     * @return done when more can be taken; what was missed before is only told as fast as that
     */
    CompletionStage<?> tell(List<LiveEvent> events, EventPlace upTo);

    /** Asked some times a second; never told anything again once the answer was no. */
    boolean isListening();

    /** That what lies before cannot be told any more: it is too long ago, or the database is another one. */
    void missed();

    /** That it is told nothing any more. */
    void close();
}
