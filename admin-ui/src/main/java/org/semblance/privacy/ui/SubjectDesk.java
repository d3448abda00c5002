package org.semblance.privacy.ui;

import com.vaadin.flow.function.SerializableRunnable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.semblance.identity.SignInService;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.privacy.ConsentService;
import org.semblance.privacy.HoldService;
import org.semblance.privacy.SubjectAccessService;
import org.semblance.privacy.erasure.ErasureService;

/** Everything that the law asks for about a person. */
@Dependent
public class SubjectDesk {
    private final ConsentService consents;
    private final HoldService holds;
    private final SubjectAccessService access;
    private final ErasureService erasures;
    private final SignInService signIns;

    @Inject
    public SubjectDesk(
            ConsentService consents,
            HoldService holds,
            SubjectAccessService access,
            ErasureService erasures,
            SignInService signIns) {
        this.consents = consents;
        this.holds = holds;
        this.access = access;
        this.erasures = erasures;
        this.signIns = signIns;
    }

    ConsentService consents() {
        return consents;
    }

    HoldService holds() {
        return holds;
    }

    SubjectAccessService access() {
        return access;
    }

    ErasureService erasures() {
        return erasures;
    }

    /** Does something that may ask for the password first. */
    void sensitive(SerializableRunnable work) {
        PasswordAgain.before(signIns, work);
    }
}
