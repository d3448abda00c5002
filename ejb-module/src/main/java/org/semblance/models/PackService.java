package org.semblance.models;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.audit.Actor;
import org.semblance.audit.StandaloneAudit;
import org.semblance.jobs.JobRequest;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.SystemJobs;
import org.semblance.platform.Permissions;
import org.semblance.vision.analysis.ActivePack;
import org.semblance.vision.install.Acceptance;
import org.semblance.vision.install.InstalledPack;
import org.semblance.vision.install.PackLibrary;
import org.semblance.vision.pack.CataloguePack;
import org.semblance.vision.pack.ModelPack;

/** Lists, installs and checks model packs. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PackService {
    /** The job that fetches a pack. */
    public static final String INSTALL_JOB = "install-model-pack";

    private final PackLibrary library;
    private final ActivePack active;
    private final Activations activations;
    private final SystemJobs jobs;
    private final StandaloneAudit audit;

    @Resource
    private EJBContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PackService() {
        library = null;
        active = null;
        activations = null;
        jobs = null;
        audit = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // the context is injected after construction
    public PackService(
            ModelLibrary library, ActivePack active, Activations activations, SystemJobs jobs, StandaloneAudit audit) {
        this.library = library.packs();
        this.active = active;
        this.activations = activations;
        this.jobs = jobs;
        this.audit = audit;
    }

    @RolesAllowed(Permissions.MODEL_READ)
    public List<PackOverview> list() {
        Optional<String> pending = activations.pending().map(Activation::pack);
        return library.list().stream().map(pack -> overview(pack, pending)).toList();
    }

    @RolesAllowed(Permissions.MODEL_READ)
    public PackOverview require(String name) {
        return overview(library.require(name), activations.pending().map(Activation::pack));
    }

    private PackOverview overview(InstalledPack pack, Optional<String> pending) {
        boolean isActive = pack.name().equals(active.state().pack());
        return new PackOverview(
                pack, isActive, pending.filter(pack.name()::equals).isPresent());
    }

    /** The public packs that can be installed by name. */
    @RolesAllowed(Permissions.MODEL_READ)
    public List<CataloguePack> catalogue() {
        return library.catalogue().list();
    }

    /** Reads every file of a pack and tries its models: throws a problem that says what is wrong. */
    @RolesAllowed(Permissions.MODEL_MANAGE)
    public ModelPack verify(String name) {
        return library.verify(name);
    }

    /** Starts a job that fetches a pack, by its name in the catalogue or by an address. */
    @RolesAllowed(Permissions.MODEL_MANAGE)
    public JobRunId fetch(String source, boolean acceptsLicence) {
        library.check(source, new Acceptance(name(), acceptsLicence));
        var parameters = Map.of("source", source, "by", name(), "accept-licence", Boolean.toString(acceptsLicence));
        return jobs.start(Actor.caller(name()), new JobRequest(INSTALL_JOB, parameters));
    }

    /** Installs a pack from an archive that somebody sends. */
    @RolesAllowed(Permissions.MODEL_MANAGE)
    public PackOverview install(InputStream archive, boolean acceptsLicence) {
        var pack = library.install(archive, "upload", new Acceptance(name(), acceptsLicence));
        audit.record(Actor.caller(name()), PackEvents.installed(pack, acceptsLicence));
        return require(pack.name());
    }

    private String name() {
        return caller.getCallerPrincipal().getName();
    }
}
