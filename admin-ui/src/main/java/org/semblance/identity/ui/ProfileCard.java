package org.semblance.identity.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.Permissions;

/** Who has signed in, and what they may do. */
final class ProfileCard extends Div {
    private static final long serialVersionUID = 1L;

    ProfileCard(SignedInUser user) {
        addClassName("card");
        var facts = new DescriptionList();
        facts.addClassName("facts");
        facts.add(
                new DescriptionList.Term(getTranslation("login.username")),
                new DescriptionList.Description(user.username()));
        var permissions = new Div();
        permissions.addClassName("permissions");
        Permissions.ALL.stream().filter(user.permissions()::contains).forEach(permission -> {
            boolean everywhere = user.scope(permission).everywhere();
            var name = new Span(
                    everywhere || !Permissions.isOfGalleries(permission)
                            ? permission
                            : getTranslation("account.in-galleries", permission));
            name.addClassName("badge");
            permissions.add(name);
        });
        add(
                new H2(user.displayName()),
                facts,
                new NativeDetails(getTranslation("account.permissions", permissions.getComponentCount()), permissions));
    }
}
