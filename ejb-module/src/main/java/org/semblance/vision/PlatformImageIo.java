package org.semblance.vision;

import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.IIOServiceProvider;

/**
 * The image readers and writers of the Java platform itself. Whoever asks the platform's registry first has it search
 * his class loader and keep what it finds for as long as the JVM lives; it must not find the libraries of an
 * application, which would never go away after a redeployment.
 */
public final class PlatformImageIo {
    private PlatformImageIo() {}

    public static <T extends IIOServiceProvider> T provider(Class<T> kind, String className) {
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            var providers = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
            while (providers.hasNext()) {
                var provider = providers.next();
                if (provider.getClass().getName().equals(className)) {
                    return provider;
                }
            }
        } finally {
            thread.setContextClassLoader(usual);
        }
        throw new IllegalStateException("This Java platform has no " + className);
    }
}
