package org.semblance.platform.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.semblance.platform.ui.UiErrorHandler.Failure;

/** A view could not be shown: says why, when that is a problem that the user can mend. */
@CdiComponent
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class FailureView extends ErrorPage implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;

    public FailureView() {
        super("error.failure");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Failure failure = UiErrorHandler.explain(parameter.getCaughtException());
        explain(failure.text(), failure.code() + " · " + failure.request());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
