package org.semblance.models.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.semblance.models.PackOverview;
import org.semblance.vision.install.InstalledPack;
import org.semblance.vision.install.Receipt;
import org.semblance.vision.pack.ModelPack;

/** An installed model pack as callers see it. */
@Schema(name = "ModelPack", description = "A detector and an embedder that are installed")
public record PackResponse(
        @Schema(examples = "starter") String name,

        @Schema(
                description =
                        "`active`: in use; `preparing`: about to be; `installed`: not in use; `invalid`: something is "
                                + "wrong with it, `problem` says what",
                enumeration = {"active", "preparing", "installed", "invalid"},
                examples = "active")
        String state,

        @Schema(description = "What is wrong with it; left out when nothing is") @Nullable
        String problem,

        @Schema(examples = "0.2.0") @Nullable String version,
        @Nullable String description,
        @Nullable LicenceBody licence,

        @Schema(description = "Name that its embeddings carry", examples = "starter/embedder-512-2") @Nullable
        String model,

        @Schema(description = "Numbers in an embedding", examples = "512") @Nullable
        Integer dimension,

        @Nullable ThresholdsBody thresholds,

        @Schema(description = "Bytes of its files", examples = "5120000")
        long bytes,

        @Schema(
                description = "Where it came from; left out for one that came with the release",
                examples = "catalogue buffalo-l 0.7")
        @Nullable
        String source,

        @Nullable String installedBy,
        @Nullable Instant installedAt) {

    static PackResponse of(PackOverview overview) {
        var installed = overview.installed();
        ModelPack pack = installed.pack();
        Receipt receipt = installed.receipt();
        return new PackResponse(
                installed.name(),
                state(overview),
                installed.problem(),
                pack == null ? null : pack.version(),
                pack == null ? null : pack.description(),
                pack == null ? null : LicenceBody.of(pack.licence(), acceptedBy(installed)),
                pack == null ? null : pack.embedderId().value(),
                pack == null ? null : pack.embedder().dimension(),
                pack == null ? null : ThresholdsBody.of(pack.thresholds()),
                installed.bytes(),
                receipt == null ? null : receipt.source(),
                receipt == null ? null : receipt.installedBy(),
                receipt == null ? null : receipt.installedAt());
    }

    private static String state(PackOverview overview) {
        if (overview.isActive()) {
            return "active";
        }
        if (overview.isPending()) {
            return "preparing";
        }
        return overview.installed().problem() == null ? "installed" : "invalid";
    }

    private static @Nullable String acceptedBy(InstalledPack installed) {
        Receipt receipt = installed.receipt();
        return receipt == null ? null : receipt.licenceAcceptedBy();
    }

    /** All of them: there are never many. */
    @Schema(name = "ModelPacks", description = "Every installed model pack, in the order of names")
    public record All(List<PackResponse> items) {
        static All of(List<PackOverview> packs) {
            return new All(packs.stream().map(PackResponse::of).toList());
        }
    }
}
