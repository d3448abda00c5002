package org.semblance.privacy.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SignInService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.LiveView;
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
public class ErasureView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final long serialVersionUID = 1L;

    private final transient ErasureService erasures;
    private final transient SignInService signIns;
    final ErasureCard card;
    private transient @Nullable ErasureId id;

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
    public void refresh() {
        Erasure erasure = erasures.require(requireId());
        card.show(erasure);
        if (!ErasureTexts.isOver(erasure)) {
            LiveView.soon(this);
        }
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
