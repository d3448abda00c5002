package org.semblance.audit.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.chain.Anchor;
import org.semblance.audit.chain.Finding;
import org.semblance.audit.chain.Verification;

/** A verification of the audit trail as callers see it. */
@Schema(name = "AuditVerification", description = "What comparing every entry with its seal has shown")
public record VerificationResponse(
        @Schema(examples = "12") long id,

        Instant startedAt,

        Instant endedAt,

        @Schema(description = "Who asked for it; `semblance` for the daily one", examples = "semblance")
        String startedBy,

        @Schema(description = "How many sealed entries were compared", examples = "48210")
        long entries,

        @Schema(description = "Nothing, unless the trail was tampered with")
        List<Found> findings) {

    static VerificationResponse of(Verification done) {
        return new VerificationResponse(
                done.id(),
                done.startedAt(),
                done.endedAt(),
                done.startedBy(),
                done.entries(),
                done.findings().stream().map(Found::of).toList());
    }

    /** Something that is not as it was recorded. */
    @Schema(name = "AuditFinding", description = "Something that is not as it was recorded")
    public record Found(
            @Schema(
                    enumeration = {
                        "entry-changed",
                        "entry-removed",
                        "entry-inserted",
                        "seal-broken",
                        "seals-removed",
                        "chain-cut"
                    },
                    examples = "entry-changed")
            String kind,

            @Schema(description = "The chain", examples = "2026-11-01")
            LocalDate month,

            @Schema(description = "First place in the chain that it concerns", examples = "17") @Nullable
            Long position,

            @Schema(description = "First entry that it concerns", examples = "4711") @Nullable
            Long entry,

            @Schema(examples = "Entry 4711 of 2026-11-20T08:15:00Z was changed after it was sealed")
            String message) {
        static Found of(Finding finding) {
            return new Found(
                    finding.kind().code(), finding.month(), finding.position(), finding.entryId(), finding.message());
        }
    }

    /** How far a chain has come. */
    @Schema(name = "AuditChain", description = "The end of the chain of a month, as this node last saw it")
    public record Head(
            @Schema(examples = "2026-11-01") LocalDate month,

            @Schema(examples = "48210") long position,

            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String seal) {
        static Head of(Anchor anchor) {
            return new Head(anchor.month(), anchor.position(), anchor.seal().toString());
        }
    }

    /** The latest verifications, and the chains as they are now. */
    @Schema(name = "AuditVerificationList", description = "The latest verifications, the newest first")
    public record Latest(
            List<VerificationResponse> items,

            @Schema(description = "Keep these elsewhere, and you can tell later whether a chain was cut off")
            List<Head> chains) {}
}
