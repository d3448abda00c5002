package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.cluster.Proposal;
import org.semblance.gallery.cluster.ProposedFace;
import org.semblance.identity.Rounded;
import org.semblance.platform.Page;
import org.semblance.storage.SignedUrls;

/** A proposal as callers see it. */
@Schema(name = "ClusterProposal", description = "Unknown faces that look like one person")
public record ProposalResponse(
        @Schema(examples = "301") long id,
        @Schema(examples = "visitors") String gallery,

        @Schema(
                description =
                        "Whose faces they seem to be, or whom they went to when it was accepted; left out to found "
                                + "a person")
        @Nullable
        Someone person,

        @Schema(
                description = "How well the faces agree, with each other and with the person, 0 to 1",
                examples = "0.7831")
        double confidence,

        @Schema(description = "open, accepted, discarded, or superseded by a later run", examples = "open")
        String state,

        @Schema(description = "How many faces it has", examples = "5")
        long faces,

        @Schema(
                description =
                        "Address of the crop most like all the others, open to whoever holds it, for a short while",
                examples = "/files/persons/1815/aligned/6f1c.png?exp=1767225600&sig=Jk3v")
        @Nullable
        String cropUrl,

        @Schema(description = "When a run last made or changed it")
        Instant changedAt,

        @Schema(description = "Left out while nobody has", examples = "grace") @Nullable
        String decidedBy,

        @Nullable Instant decidedAt) {

    static ProposalResponse of(Proposal proposal, SignedUrls urls) {
        var person = proposal.person();
        var cover = proposal.cover();
        return new ProposalResponse(
                proposal.id().value(),
                proposal.gallery().value(),
                person == null ? null : new Someone(person.value(), proposal.personName()),
                Rounded.score(proposal.confidence()),
                proposal.state().code(),
                proposal.faces(),
                cover == null ? null : urls.sign(cover),
                proposal.changedAt(),
                proposal.decidedBy(),
                proposal.decidedAt());
    }

    private static @Nullable Long next(Page<?> page) {
        OptionalLong next = page.next();
        return next.isPresent() ? next.getAsLong() : null;
    }

    /** A person. */
    @Schema(name = "ProposedPerson", description = "A person whose faces they seem to be")
    public record Someone(
            @Schema(examples = "1815") long id,

            @Schema(description = "Left out while the person has none", examples = "Ada Lovelace") @Nullable
            String name) {}

    /** Some of many. */
    @Schema(name = "ClusterProposalPage", description = "Some proposals, in the order of ids")
    public record Some(
            List<ProposalResponse> items,

            @Schema(description = "Give it as `after` for the next page; left out on the last", examples = "301")
            @Nullable
            Long next) {
        static Some of(Page<Proposal> page, SignedUrls urls) {
            return new Some(
                    page.items().stream()
                            .map(proposal -> ProposalResponse.of(proposal, urls))
                            .toList(),
                    ProposalResponse.next(page));
        }
    }

    /** A face. */
    @Schema(name = "ProposedFace", description = "A face of a proposal")
    public record Member(
            @Schema(examples = "90210") long id,

            @Schema(description = "Cosine similarity to the centre of all faces", examples = "0.8123")
            double similarity,

            @Schema(description = "How well the face can be recognised, 0 to 1", examples = "0.8312")
            double quality,

            @Schema(
                    description = "Whether it has a person by now, so that accepting passes over it",
                    examples = "false")
            boolean assigned,

            @Schema(
                    description = "Address of the cropped face, open to whoever holds it, for a short while",
                    examples = "/files/persons/1815/aligned/6f1c.png?exp=1767225600&sig=Jk3v")
            String cropUrl) {
        static Member of(ProposedFace face, SignedUrls urls) {
            return new Member(
                    face.face().value(),
                    Rounded.similarity(face.similarity()),
                    Rounded.score(face.quality()),
                    face.isAssigned(),
                    urls.sign(face.crop()));
        }
    }

    /** A proposal with some of its faces. */
    @Schema(name = "ClusterProposalWithFaces", description = "A proposal, and some of its faces in the order of ids")
    public record WithFaces(
            ProposalResponse proposal,
            List<Member> items,

            @Schema(description = "Give it as `after` for more of the faces; left out on the last", examples = "90210")
            @Nullable
            Long next) {
        static WithFaces of(Proposal proposal, Page<ProposedFace> faces, SignedUrls urls) {
            return new WithFaces(
                    ProposalResponse.of(proposal, urls),
                    faces.items().stream().map(face -> Member.of(face, urls)).toList(),
                    ProposalResponse.next(faces));
        }
    }
}
