package org.semblance.surveillance.pull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.gallery.SelfScoped;
import org.semblance.gallery.WithinGalleries;
import org.semblance.identity.CurrentUser;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.net.HostUnknownException;
import org.semblance.platform.net.OutboundTargets;
import org.semblance.surveillance.CallerCameras;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;

/** Where cameras are read. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WithinGalleries
public class SourceService {
    private static final String BY_CAMERA = "It asks for the camera as the caller sees it";

    private final CallerCameras cameras;
    private final SourceStore sources;
    private final OutboundTargets targets;
    private final SourceTrial trial;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SourceService() {
        this(null, null, null, null);
    }

    @Inject
    public SourceService(CallerCameras cameras, SourceStore sources, OutboundTargets targets, SourceTrial trial) {
        this.cameras = cameras;
        this.sources = sources;
        this.targets = targets;
        this.trial = trial;
    }

    /** Whoever may not set it up does not see what its address carries besides the place. */
    @RolesAllowed(Permissions.CAMERA_READ)
    @SelfScoped(BY_CAMERA)
    public CameraSource require(CameraName name) {
        Camera camera = cameras.require(name, Permissions.CAMERA_READ);
        CameraSource source = require(camera);
        boolean isWhole = CurrentUser.require().scope(Permissions.CAMERA_MANAGE).includes(camera.galleryId());
        return isWhole ? source : source.withoutQuery();
    }

    /** How reading goes at all cameras that the server reads and the caller may see. */
    @RolesAllowed(Permissions.CAMERA_READ)
    @SelfScoped(BY_CAMERA)
    public Map<CameraId, CameraSource.State> states() {
        var seen =
                cameras.list(Permissions.CAMERA_READ).stream().map(Camera::id).toList();
        return sources.find(seen).stream().collect(Collectors.toMap(CameraSource::camera, CameraSource::state));
    }

    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @SelfScoped(BY_CAMERA)
    public CameraSource put(CameraName name, NewSource said, ExpectedVersion expected) {
        Camera camera = cameras.require(name, Permissions.CAMERA_MANAGE);
        checkUrl(said.url());
        return sources.put(camera.id(), said, expected);
    }

    /** No server reads it any more. */
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @SelfScoped(BY_CAMERA)
    public void remove(CameraName name) {
        if (!sources.remove(cameras.require(name, Permissions.CAMERA_MANAGE).id())) {
            throw new SourceNotFoundException(name);
        }
    }

    /** Reads one frame now, whether the source is on or not. */
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    @SelfScoped(BY_CAMERA)
    public SourceTrial.Outcome test(CameraName name) {
        Camera camera = cameras.require(name, Permissions.CAMERA_MANAGE);
        CameraSource source = require(camera);
        return trial.read(source.kind(), URI.create(source.url()), sources.login(camera.id()));
    }

    /** The camera may be switched on later, so an unknown host is no reason to refuse; it is checked at each call. */
    private void checkUrl(String url) {
        URI uri = targets.checkForm(url, "url");
        try {
            targets.check(uri);
        } catch (HostUnknownException e) {
            return;
        }
    }

    private CameraSource require(Camera camera) {
        return sources.find(camera.id()).orElseThrow(() -> new SourceNotFoundException(camera.name()));
    }
}
