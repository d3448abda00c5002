package org.semblance.webhook;

import java.util.List;
import org.semblance.platform.InvalidInputException;

/**
 * What a subscription is about.
 *
 * @param url where to send
 * @param eventTypes names of the catalogue
 * @param galleries names of the galleries; none means all, and events of no gallery too
 */
public record NewWebhook(String name, String url, List<String> eventTypes, List<String> galleries) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2000;
    private static final int MOST_GALLERIES = 100;

    public NewWebhook {
        eventTypes = eventTypes.stream().distinct().sorted().toList();
        galleries = galleries.stream().distinct().sorted().toList();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInputException("name", "The name of a webhook has 1 to " + LONGEST_NAME + " characters");
        }
        if (url.length() > LONGEST_URL) {
            throw new InvalidInputException("url", "The url has at most " + LONGEST_URL + " characters");
        }
        if (eventTypes.isEmpty()) {
            throw new InvalidInputException("event_types", "Say which events are wanted");
        }
        if (galleries.size() > MOST_GALLERIES) {
            throw new InvalidInputException("galleries", "At most " + MOST_GALLERIES + " galleries can be named");
        }
    }
}
