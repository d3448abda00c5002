package org.semblance.gallery;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.platform.InvalidInputException;

/**
 * What of a person to change; whatever is not given stays as it is.
 *
 * @param cover one of the person's faces to stand for them; null for their best
 * @param metadata keys with their new texts, null where a key goes; a null value of the field removes all
 */
public record PersonPatch(
        Field<String> name,
        Field<String> externalId,
        Field<Boolean> publicFigure,
        Field<UUID> userId,
        Field<FaceId> cover,
        Field<Map<String, @Nullable String>> metadata) {

    public PersonPatch {
        name = name.isGiven() ? Field.of(NewPerson.clean("name", name.value())) : name;
        externalId = externalId.isGiven() ? Field.of(NewPerson.clean("external_id", externalId.value())) : externalId;
        if (publicFigure.isGiven() && publicFigure.value() == null) {
            throw new InvalidInputException("public_figure", "public_figure is true or false, not nothing");
        }
        Map<String, @Nullable String> texts = metadata.value();
        if (texts != null) {
            metadata = Field.of(Collections.unmodifiableMap(new HashMap<>(texts)));
        }
    }

    /** Another name and external id, or one of them. */
    public static PersonPatch naming(Field<String> name, Field<String> externalId) {
        return new PersonPatch(name, externalId, Field.kept(), Field.kept(), Field.kept(), Field.kept());
    }

    /** Another name, and nothing else. */
    public static PersonPatch rename(@Nullable String name) {
        return naming(Field.of(name), Field.kept());
    }

    /** Another user who the person is; null for none. */
    public static PersonPatch claim(@Nullable UUID user) {
        return new PersonPatch(Field.kept(), Field.kept(), Field.kept(), Field.of(user), Field.kept(), Field.kept());
    }

    /** Another picture to stand for the person; null for their best. */
    public static PersonPatch cover(@Nullable FaceId face) {
        return new PersonPatch(Field.kept(), Field.kept(), Field.kept(), Field.kept(), Field.of(face), Field.kept());
    }

    Metadata metadata(Metadata old) {
        Map<String, @Nullable String> changes = metadata.value();
        if (changes == null) {
            return metadata.isGiven() ? Metadata.NONE : old;
        }
        var texts = new TreeMap<>(old.texts());
        changes.forEach((key, text) -> {
            if (text == null) {
                texts.remove(key);
            } else {
                texts.put(key, text);
            }
        });
        return new Metadata(texts);
    }

    /** The event with the fields that change; what they say of somebody is not for a record that lasts. */
    AuditEvent told(AuditEvent event) {
        AuditEvent told = event;
        told = name.isGiven() ? told.changedUnseen("name") : told;
        told = externalId.isGiven() ? told.changedUnseen("external_id") : told;
        told = publicFigure.isGiven() ? told.changedUnseen("public_figure") : told;
        told = userId.isGiven() ? told.changedUnseen("user_id") : told;
        told = cover.isGiven() ? told.changedUnseen("cover_face_id") : told;
        return metadata.isGiven() ? told.changedUnseen("metadata") : told;
    }

    /** One value of a change: given, be it nothing, or left as it is. */
    public record Field<T>(boolean isGiven, @Nullable T value) {
        public static <T> Field<T> kept() {
            return new Field<>(false, null);
        }

        public static <T> Field<T> of(@Nullable T value) {
            return new Field<>(true, value);
        }

        @Nullable
        T or(@Nullable T old) {
            return isGiven ? value : old;
        }
    }
}
