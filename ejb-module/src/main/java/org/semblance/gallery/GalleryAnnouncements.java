package org.semblance.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.semblance.announcement.Announcement;
import org.semblance.announcement.AnnouncementType;
import org.semblance.announcement.AnnouncementTypes;

/** What galleries tell the outside. */
@ApplicationScoped
public class GalleryAnnouncements implements AnnouncementTypes {

    /** A line for each; the example shows what {@code data} holds. */
    public enum Happening {
        GALLERY_CREATED("gallery.created", "A gallery was made", "{}"),
        GALLERY_CHANGED("gallery.changed", "A gallery was given another title or other rules", "{}"),
        GALLERY_DELETED("gallery.deleted", "A gallery was deleted with all its persons and faces", "{}"),
        PERSON_ENROLLED(
                "person.enrolled",
                "Somebody was added to a gallery, by people, by a job, or because an unknown face was recognised as new",
                "{\"person\": 4711}"),
        PERSON_CHANGED("person.changed", "What is known of a person was changed", "{\"person\": 4711}"),
        PERSON_MERGED(
                "person.merged",
                "A person, `merged`, became one with another, `person`, who has their faces now",
                "{\"person\": 4711, \"merged\": 4712, \"change\": 9}"),
        PERSON_SPLIT(
                "person.split",
                "Some faces of a person were made a person of their own",
                "{\"person\": 4711, \"part\": 4713, \"faces\": [22], \"change\": 10}"),
        PERSON_CHANGE_UNDONE(
                "person.change-undone",
                "A merge, a split or a move was taken back; `kind` tells which. Ask for the faces of both persons",
                "{\"kind\": \"merge\", \"person\": 4711, \"other\": 4712, \"change\": 9}"),
        PERSON_DELETED("person.deleted", "A person was deleted, and can still be brought back", "{\"person\": 4711}"),
        PERSON_RESTORED("person.restored", "A deleted person was brought back", "{\"person\": 4711}"),
        PERSON_PURGED(
                "person.purged",
                "A person was removed for good with all faces: remove what you keep of them",
                "{\"person\": 4711}"),
        FACE_ADDED(
                "face.added",
                "A face was stored; without `person` it is nobody's yet",
                "{\"face\": 21, \"person\": 4711}"),
        FACE_MOVED(
                "face.moved",
                "Faces were given from one person to another; without `from` or `to` they were or are nobody's",
                "{\"faces\": [21], \"from\": 4712, \"to\": 4711, \"change\": 11}"),
        FACE_DELETED(
                "face.deleted", "A face was removed for good; `person` had it", "{\"face\": 21, \"person\": 4711}");

        private final String type;
        private final String description;
        private final String example;

        Happening(String type, String description, String example) {
            this.type = type;
            this.description = description;
            this.example = example;
        }

        AnnouncementType type() {
            return new AnnouncementType(type, description, example);
        }

        public Announcement in(long galleryId) {
            return type().in(galleryId);
        }
    }

    @Override
    public List<AnnouncementType> types() {
        return Arrays.stream(Happening.values()).map(Happening::type).toList();
    }
}
