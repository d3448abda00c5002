package org.semblance.privacy.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SignInService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.TitledView;
import org.semblance.privacy.erasure.Erasure;
import org.semblance.privacy.erasure.ErasureId;
import org.semblance.privacy.erasure.ErasureService;

/** One erasure: how far it is, and at its end the signed report. Asks how far it is until it is over. */
@CdiComponent
@Route(value = "erasures/:erasure([0-9]{1,18})", layout = MainLayout.class)
@RolesAllowed(Permissions.ERASURE_READ)
public class ErasureView extends Div implements BeforeEnterObserver, TitledView {
    private static final int WHILE_RUNNING_MILLIS = 1_500;
    private static final int NOT_AT_ALL = -1;
    private static final long serialVersionUID = 1L;

    private final transient ErasureService erasures;
    private final transient SignInService signIns;
    final ErasureCard card;
    private transient @Nullable ErasureId id;
    private @Nullable Registration polling;

    @Inject
    public ErasureView(ErasureService erasures, SignInService signIns) {
        this.erasures = erasures;
        this.signIns = signIns;
        this.card = new ErasureCard(erasures, this::retry);
        addClassNames("view", "account");
        add(card);
    }

    @Override
    public String title() {
        return getTranslation("erasure.number", String.valueOf(id));
    }

    @Override
    public List<Crumb> trail() {
        return List.of(new Crumb(getTranslation("privacy.title"), "privacy"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new ErasureId(event.getRouteParameters().getLong("erasure").orElseThrow());
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        polling = event.getUI().addPollListener(poll -> refresh());
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (polling != null) {
            polling.remove();
        }
        event.getUI().setPollInterval(NOT_AT_ALL);
    }

    private void refresh() {
        Erasure erasure = erasures.require(requireId());
        card.show(erasure);
        boolean goesOn = !ErasureTexts.isOver(erasure);
        getUI().ifPresent(ui -> ui.setPollInterval(goesOn ? WHILE_RUNNING_MILLIS : NOT_AT_ALL));
    }

    private void retry() {
        PasswordAgain.before(signIns, () -> {
            erasures.retry(requireId());
            refresh();
        });
    }

    private ErasureId requireId() {
        if (id == null) {
            throw new IllegalStateException("No erasure has been asked for");
        }
        return id;
    }
}
