package org.semblance.bench;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.analysis.ActivePack;
import org.semblance.vision.analysis.OnnxFaceAnalysis;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.pack.ModelPacks;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

/** The face analysis of the server, put together as the server's container does it, with the default settings. */
final class Pipeline implements AutoCloseable {
    private static final String PACK = "starter";
    private static final int THREADS = 1;

    private final ModelPack pack;
    private final ActivePack models;
    private final FaceAnalysis analysis;

    private Pipeline(Path packs, String name) {
        var settings = new VisionSettings(
                packs.toString(),
                Optional.of(packs.toString()),
                name,
                THREADS,
                Optional.empty(),
                64,
                Duration.ofSeconds(10),
                50_000_000,
                26_214_400,
                20,
                "cpu");
        var installed = new ModelPacks(settings);
        pack = installed.require(name);
        models = new ActivePack(settings, installed);
        callBack(models, PostConstruct.class);
        String problem = models.state().problem();
        if (problem != null) {
            throw new BenchmarkException("The models of the pack " + name + " cannot be loaded: " + problem);
        }
        analysis = new OnnxFaceAnalysis(new ImageIoPhotoDecoder(settings), models, settings);
    }

    static Pipeline start(Checkout checkout) {
        return new Pipeline(checkout.packs(), PACK);
    }

    /** With the pack in that directory, which bears its name. */
    static Pipeline start(Path pack) {
        return new Pipeline(
                pack.resolveSibling("."), pack.getName(pack.getNameCount() - 1).toString());
    }

    FaceAnalysis analysis() {
        return analysis;
    }

    ModelPack pack() {
        return pack;
    }

    /** Calls what a container calls, visible or not. */
    private static void callBack(Object bean, Class<? extends Annotation> moment) {
        try {
            for (var method : bean.getClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(moment)) {
                    method.setAccessible(true);
                    method.invoke(bean);
                }
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new BenchmarkException(bean.getClass() + " does not start or stop: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        callBack(models, PreDestroy.class);
    }
}
