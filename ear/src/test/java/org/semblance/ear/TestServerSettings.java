package org.semblance.ear;

import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian which server to start and how. */
public class TestServerSettings implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(TestServerSettings.class);
    }

    public void configure(@Observes ContainerRegistry registry) {
        TestServer server = TestServer.get();
        for (Container<?> container : registry.getContainers()) {
            container
                    .getContainerConfiguration()
                    .property("jbossHome", server.home().toString())
                    .property("javaHome", System.getProperty("java.home"))
                    .property("managementAddress", "127.0.0.1")
                    .property("managementPort", Integer.toString(server.managementPort()))
                    .property("javaVmArguments", server.javaArguments());
        }
    }
}
