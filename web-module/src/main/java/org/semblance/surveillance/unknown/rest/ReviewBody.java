package org.semblance.surveillance.unknown.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.Metadata;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.surveillance.review.Targets;
import org.semblance.surveillance.unknown.StrangerId;

/** What to decide about. */
@Schema(name = "ReviewTargets", description = "Unknown faces, and strangers with all their faces that wait")
public record ReviewBody(
        @Schema(description = FACES, examples = "[90210, 90214]") @Nullable @Size(max = Targets.MOST_FACES)
        List<@NotNull Long> faces,

        @Schema(description = STRANGERS, examples = "[77]") @Nullable @Size(max = Targets.MOST_STRANGERS)
        List<@NotNull Long> strangers) {
    private static final String FACES = "Ids of up to 200 unknown faces";
    private static final String STRANGERS = "Ids of up to 50 strangers, meaning all of their faces that wait";

    Targets targets() {
        return targets(faces, strangers);
    }

    private static Targets targets(@Nullable List<Long> faces, @Nullable List<Long> strangers) {
        return new Targets(
                faces == null ? List.of() : faces.stream().map(FaceId::new).toList(),
                strangers == null
                        ? List.of()
                        : strangers.stream().map(StrangerId::new).toList());
    }

    /** With a person who is there. */
    @Schema(name = "ReviewOfPerson", description = "Unknown faces or strangers, and the person they are or are not")
    public record OfPerson(
            @Schema(description = FACES, examples = "[90210, 90214]") @Nullable @Size(max = Targets.MOST_FACES)
            List<@NotNull Long> faces,

            @Schema(description = STRANGERS, examples = "[77]") @Nullable @Size(max = Targets.MOST_STRANGERS)
            List<@NotNull Long> strangers,

            @Schema(description = "The person, of the same gallery", examples = "1815") @NotNull
            Long person) {

        Targets targets() {
            return ReviewBody.targets(faces, strangers);
        }

        PersonId personId() {
            return new PersonId(person);
        }
    }

    /** With a person to make. */
    @Schema(
            name = "ReviewOfNewcomer",
            description = "Unknown faces or strangers of one gallery, and whom to make of them")
    public record OfNewcomer(
            @Schema(description = FACES, examples = "[90210, 90214]") @Nullable @Size(max = Targets.MOST_FACES)
            List<@NotNull Long> faces,

            @Schema(description = STRANGERS, examples = "[77]") @Nullable @Size(max = Targets.MOST_STRANGERS)
            List<@NotNull Long> strangers,

            @Schema(description = "What people call the person", maxLength = 200, examples = "Ada Lovelace") @Nullable
            String name,

            @Schema(
                    description = "What your own system calls the person; unique in the gallery",
                    maxLength = 200,
                    examples = "hr-1815")
            @Nullable
            String externalId,

            @Schema(
                    description = "What your own system wants to keep with the person",
                    examples = "{\"department\": \"engines\"}")
            @Nullable
            Map<String, String> metadata) {

        Targets targets() {
            return ReviewBody.targets(faces, strangers);
        }

        NewPerson person() {
            var texts = metadata == null ? Metadata.NONE : new Metadata(metadata);
            return new NewPerson(name, externalId, texts, false, null);
        }
    }
}
