package org.semblance.surveillance.flow;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.metrics.annotation.Timed;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;
import org.semblance.platform.UuidV7;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraBook;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraNotFoundException;
import org.semblance.vision.Photo;

/** Takes the frames that agents send. Asks no database who may: cameras and agents are known from memory. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FrameService {
    private final CameraBook cameras;
    private final FrameIntake intake;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FrameService() {
        this(null, null, null);
    }

    @Inject
    public FrameService(CameraBook cameras, FrameIntake intake, Clock clock) {
        this.cameras = cameras;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * What is to be seen on a frame of a camera, written down for good.
     *
     * @param takenAt by the agent's clock; null for now
     * @param sentAt what the agent's clock shows now; null where it does not say
     */
    @RolesAllowed(Permissions.CAMERA_SEND)
    @Timed(name = "camera_frame_seconds", absolute = true, description = "From a frame to its decisions, written down")
    public FrameAnswer take(CameraName name, Photo photo, @Nullable Instant takenAt, @Nullable Instant sentAt) {
        Instant arrivedAt = clock.instant();
        Camera camera = require(name);
        return intake.take(camera, new Frame(UuidV7.next(clock), photo, takenAt, sentAt, arrivedAt));
    }

    /** Cameras whose frames the caller may not send do not exist for them. */
    private Camera require(CameraName name) {
        SignedInUser caller = CurrentUser.require();
        return cameras.find(name)
                .filter(camera -> caller.scope(Permissions.CAMERA_SEND).includes(camera.galleryId()))
                .filter(camera -> cameras.cameraOf(caller.username())
                        .map(own -> own.equals(camera.id()))
                        .orElse(true))
                .orElseThrow(() -> new CameraNotFoundException(name));
    }
}
