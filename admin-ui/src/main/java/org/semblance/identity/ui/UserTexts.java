package org.semblance.identity.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.stream.Collectors;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;

/** How users, and what they may do, are told. */
final class UserTexts {
    private UserTexts() {}

    static Badge badge(UserSummary user) {
        if (!user.traits().isActive()) {
            return new Badge(Badge.Tone.NEUTRAL, text("user.state.disabled"));
        }
        if (user.standing().mustChangePassword()) {
            return new Badge(Badge.Tone.WARNING, text("user.state.one-time"));
        }
        return new Badge(Badge.Tone.GOOD, text("user.state.active"));
    }

    static String grant(RoleGrant grant) {
        String role = Codes.of("role.", grant.role());
        return grant.gallery() == null ? role : role + " · " + grant.gallery();
    }

    static String grants(List<RoleGrant> grants) {
        return grants.stream().map(UserTexts::grant).collect(Collectors.joining(", "));
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
