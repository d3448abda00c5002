package org.semblance.ear;

import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian which server to start and how, and that all test classes share one deployment. */
public class TestServerSettings implements LoadableExtension {
    private boolean isDeployed;

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

    /** With the first class; the others deploy the same. */
    public void deploy(@Observes EventContext<DeployManagedDeployments> context) {
        if (!isDeployed) {
            context.proceed();
            isDeployed = true;
        }
    }

    /** Not before the server ends: every deployment takes as long as a test class. */
    public void keep(@Observes EventContext<UnDeployManagedDeployments> context) {
        // The next class needs it.
    }
}
