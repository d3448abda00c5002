package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.server.auth.DefaultMenuAccessControl;

/** Vaadin's own rule for the menu, as a bean: vaadin-cdi 15 asks the container for one and does not bring any. */
@CdiComponent
public class MenuAccess extends DefaultMenuAccessControl {
    private static final long serialVersionUID = 1L;
}
