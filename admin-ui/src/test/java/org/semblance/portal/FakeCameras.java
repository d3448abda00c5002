package org.semblance.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.semblance.gallery.GalleryName;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.KeyLimits;
import org.semblance.identity.keys.KeyName;
import org.semblance.identity.keys.MadeApiKey;
import org.semblance.platform.ExpectedVersion;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraExistsException;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraNotFoundException;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.CameraService;
import org.semblance.surveillance.NewCamera;

/** Cameras in memory. */
public class FakeCameras extends CameraService {
    private final Map<CameraName, Camera> cameras = new LinkedHashMap<>();
    public final List<ApiKeySummary> keys = new ArrayList<>();
    public boolean needsStepUp;

    @Override
    public List<Camera> list() {
        return List.copyOf(cameras.values());
    }

    @Override
    public Camera require(CameraName name) {
        return Optional.ofNullable(cameras.get(name)).orElseThrow(() -> new CameraNotFoundException(name));
    }

    @Override
    public Camera create(NewCamera said) {
        if (cameras.containsKey(said.name())) {
            throw new CameraExistsException(said.name());
        }
        return put(said, cameras.size() + 1L, 1);
    }

    @Override
    public Camera change(CameraName name, NewCamera said, ExpectedVersion expected) {
        Camera before = require(name);
        expected.check(before.version());
        return put(said, before.id().value(), before.version() + 1);
    }

    @Override
    public void remove(CameraName name, ExpectedVersion expected) {
        expected.check(require(name).version());
        cameras.remove(name);
    }

    @Override
    public List<ApiKeySummary> keys(CameraName name) {
        return List.copyOf(keys);
    }

    @Override
    public MadeApiKey createKey(CameraName name, KeyName called, Optional<Instant> expiresAt, KeyLimits limits) {
        if (needsStepUp) {
            needsStepUp = false;
            throw new StepUpRequiredException();
        }
        var life = new ApiKeySummary.Life(
                Instant.EPOCH,
                expiresAt.orElse(Instant.now().plusSeconds(3600)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var key = new ApiKeySummary(
                keys.size() + 1L,
                "smb_abc",
                called.value(),
                new ApiKeySummary.Owner(new UUID(0, 1), "ada"),
                List.of("camera:send"),
                Optional.of(List.of("staff")),
                limits,
                life);
        keys.add(key);
        return new MadeApiKey("smb_abc_secret", key);
    }

    /** A camera that looks into a gallery. */
    public Camera have(String name, String title, String gallery) {
        return create(new NewCamera(
                new CameraName(name), title, "Hall", new GalleryName(gallery), CameraRules.STANDARD, true));
    }

    private Camera put(NewCamera said, long id, int version) {
        var camera = new Camera(
                new CameraId(id),
                said.name(),
                said.title(),
                said.location(),
                1,
                said.gallery(),
                said.rules(),
                said.isEnabled(),
                Instant.EPOCH,
                version);
        cameras.put(said.name(), camera);
        return camera;
    }
}
