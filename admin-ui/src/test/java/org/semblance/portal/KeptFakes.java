package org.semblance.portal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.cluster.ClusterRunId;
import org.semblance.gallery.cluster.ClusterService;
import org.semblance.gallery.cluster.Proposal;
import org.semblance.gallery.cluster.ProposalId;
import org.semblance.gallery.cluster.ProposedFace;
import org.semblance.jobs.JobRunId;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.Portion;
import org.semblance.models.Activation;
import org.semblance.models.ActivationProgress;
import org.semblance.models.ActivationState;
import org.semblance.models.PackOverview;
import org.semblance.models.PackService;
import org.semblance.models.PackUseService;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.retention.DryRun;
import org.semblance.retention.PolicyTerms;
import org.semblance.retention.PurgeReport;
import org.semblance.retention.QuarantineService;
import org.semblance.retention.RetentionPolicy;
import org.semblance.retention.RetentionService;
import org.semblance.storage.ImageKey;
import org.semblance.storage.MissingImage;
import org.semblance.storage.QuarantinedFile;
import org.semblance.vision.Thresholds;
import org.semblance.vision.install.InstalledPack;
import org.semblance.vision.pack.CataloguePack;
import org.semblance.vision.pack.DetectorFamily;
import org.semblance.vision.pack.DetectorSpec;
import org.semblance.vision.pack.EmbedderSpec;
import org.semblance.vision.pack.InputSpec;
import org.semblance.vision.pack.Licence;
import org.semblance.vision.pack.ModelFile;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.pixels.ColourOrder;

/** What is kept, by which models, and what is proposed, as the test says. */
public final class KeptFakes {
    private KeptFakes() {}

    /** Policies in memory, by which nothing goes. */
    public static final class Retention extends RetentionService {
        private final Map<String, RetentionPolicy> policies = new TreeMap<>();
        public final List<PurgeReport> reports = new ArrayList<>();

        public void have(String kind, Lifetime lifetime) {
            policies.put(
                    kind,
                    new RetentionPolicy(kind, "What " + kind + " are", lifetime, lifetime.standard(), true, 0, null));
        }

        @Override
        public List<RetentionPolicy> list() {
            return List.copyOf(policies.values());
        }

        @Override
        public RetentionPolicy require(String kind) {
            return policies.get(kind);
        }

        @Override
        public RetentionPolicy change(PolicyTerms wanted, ExpectedVersion expected) {
            RetentionPolicy old = policies.get(wanted.kind());
            expected.check(old.version());
            old.lifetime().check(wanted.period(), wanted.enabled());
            var changed = new RetentionPolicy(
                    old.kind(),
                    old.holds(),
                    old.lifetime(),
                    wanted.period(),
                    wanted.enabled(),
                    old.version() + 1,
                    new RetentionPolicy.Change("ada", Instant.EPOCH));
            policies.put(old.kind(), changed);
            return changed;
        }

        @Override
        public List<DryRun> dryRun() {
            return list().stream()
                    .map(policy -> new DryRun(policy, Instant.EPOCH, Portion.of(12, 3_400)))
                    .toList();
        }

        @Override
        public Page<PurgeReport> reports(long before, int limit) {
            return new Page<>(reports, OptionalLong.empty());
        }
    }

    /** Files that no row names, as the test says. */
    public static final class Quarantine extends QuarantineService {
        public final List<QuarantinedFile> files = new ArrayList<>();
        public final List<MissingImage> missing = new ArrayList<>();

        @Override
        public Page<QuarantinedFile> list(long after, int limit) {
            return new Page<>(files, OptionalLong.empty());
        }

        @Override
        public Page<MissingImage> missing(long after, int limit) {
            return new Page<>(missing, OptionalLong.empty());
        }

        @Override
        public void restore(long id) {
            files.removeIf(file -> file.id() == id);
        }
    }

    /** Packs of models that nobody can run. */
    public static final class Packs extends PackService {
        public final List<PackOverview> packs = new ArrayList<>();
        public final List<CataloguePack> catalogue = new ArrayList<>();
        public final List<String> fetched = new ArrayList<>();

        public void have(String name, boolean isActive, boolean isRestricted) {
            var input = new InputSpec(ColourOrder.RGB, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
            var file = new ModelFile(Path.of("model.onnx"), "0".repeat(64));
            var pack = new ModelPack(
                    name,
                    "1.0",
                    new Licence("MIT", null, isRestricted),
                    "Models for tests",
                    new DetectorSpec(file, DetectorFamily.YUNET, input, 640, 0.5f, 0.3f, 8),
                    new EmbedderSpec("embedder", file, input, 128, null),
                    Thresholds.of(0.2, 0.3, 0.4),
                    null);
            packs.add(new PackOverview(new InstalledPack(name, pack, null, null, 5_000_000), isActive, false));
        }

        @Override
        public List<PackOverview> list() {
            return List.copyOf(packs);
        }

        @Override
        public List<CataloguePack> catalogue() {
            return List.copyOf(catalogue);
        }

        @Override
        public JobRunId fetch(String source, boolean acceptsLicence) {
            fetched.add(source + " " + acceptsLicence);
            return new JobRunId(1);
        }
    }

    /** Notes which pack is to be used. */
    public static final class PackUse extends PackUseService {
        private final Packs packs;
        public final List<String> activated = new ArrayList<>();
        public Optional<ActivationProgress> activation = Optional.empty();

        PackUse(Packs packs) {
            this.packs = packs;
        }

        @Override
        public void remove(String name) {
            packs.packs.removeIf(pack -> pack.installed().name().equals(name));
        }

        @Override
        public ActivationProgress activate(String name, boolean acceptsLicence, boolean allowSkipped) {
            activated.add(name + " " + acceptsLicence);
            var asked = new Activation(
                    1,
                    name,
                    null,
                    ActivationState.PREPARING,
                    allowSkipped,
                    Actor.user("ada"),
                    Instant.EPOCH,
                    null,
                    new JobRunId(9),
                    null);
            activation = Optional.of(new ActivationProgress(asked, 120, 0));
            return activation.get();
        }

        @Override
        public Optional<ActivationProgress> activation() {
            return activation;
        }
    }

    /** Proposals in memory. */
    public static final class Clusters extends ClusterService {
        private final Map<Long, Proposal> proposals = new TreeMap<>();
        public final List<String> names = new ArrayList<>();

        public void have(GalleryName gallery, @Nullable PersonId person, @Nullable String name) {
            long id = proposals.size() + 1L;
            proposals.put(id, proposal(id, gallery, person, name, Proposal.State.OPEN));
        }

        private static Proposal proposal(
                long id, GalleryName gallery, @Nullable PersonId person, @Nullable String name, Proposal.State state) {
            return new Proposal(
                    new ProposalId(id),
                    new ClusterRunId(1),
                    gallery,
                    person,
                    name,
                    0.8,
                    state,
                    3,
                    null,
                    Instant.EPOCH,
                    null,
                    null);
        }

        @Override
        public Page<Proposal> proposals(GalleryName gallery, Proposal.State state, long after, int limit) {
            return new Page<>(
                    proposals.values().stream()
                            .filter(one -> one.gallery().equals(gallery) && one.state() == state)
                            .toList(),
                    OptionalLong.empty());
        }

        @Override
        public Page<ProposedFace> faces(ProposalId proposal, long after, int limit) {
            var face = new ProposedFace(new FaceId(1), 0.9, 0.8f, false, new ImageKey("faces/1.png"));
            return new Page<>(List.of(face), OptionalLong.empty());
        }

        @Override
        public Proposal accept(ProposalId id, @Nullable String name) {
            names.add(String.valueOf(name));
            Proposal old = proposals.get(id.value());
            var accepted = proposal(
                    id.value(),
                    old.gallery(),
                    new PersonId(7),
                    name == null ? old.personName() : name,
                    Proposal.State.ACCEPTED);
            proposals.put(id.value(), accepted);
            return accepted;
        }

        @Override
        public Proposal discard(ProposalId id) {
            Proposal old = proposals.get(id.value());
            var gone = proposal(id.value(), old.gallery(), old.person(), old.personName(), Proposal.State.DISCARDED);
            proposals.put(id.value(), gone);
            return gone;
        }
    }
}
