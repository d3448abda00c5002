package org.semblance.surveillance.access;

import java.time.ZoneId;
import java.util.List;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.CameraName;

/**
 * What people say of a door.
 *
 * @param zone whose clock the hours and days of its rules go by
 * @param cameras those that watch it, in any order
 */
public record NewDoor(DoorName name, String title, ZoneId zone, List<CameraName> cameras, boolean isEnabled) {
    static final int LONGEST_TITLE = 200;
    private static final int MOST_CAMERAS = 100;

    public NewDoor {
        title = title.strip();
        cameras = cameras.stream().distinct().toList();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new InvalidInputException("title", "A door's title has 1 to " + LONGEST_TITLE + " characters");
        }
        if (cameras.size() > MOST_CAMERAS) {
            throw new InvalidInputException("cameras", "A door has at most " + MOST_CAMERAS + " cameras");
        }
    }
}
