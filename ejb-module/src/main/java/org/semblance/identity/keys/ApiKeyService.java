package org.semblance.identity.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.StepUp;
import org.semblance.identity.limits.LimitSettings;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;

/** Makes, lists, changes and revokes API keys: one's own, or everybody's with the permission for that. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApiKeyService {
    private final ApiKeyStore store;
    private final ApiKeySettings settings;
    private final LimitSettings limits;
    private final StepUp stepUp;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ApiKeyService() {
        this(null, null, null, null, null);
    }

    @Inject
    public ApiKeyService(ApiKeyStore store, ApiKeySettings settings, LimitSettings limits, StepUp stepUp, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.limits = limits;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /** A key of the caller's own, with no more than the caller has; asks for the password again. */
    @RolesAllowed(Permissions.APIKEY_CREATE)
    public MadeApiKey create(NewApiKey wanted) {
        return make(wanted);
    }

    /** The same for the agent of a camera, by whoever sets up cameras. */
    @RolesAllowed(Permissions.CAMERA_MANAGE)
    public MadeApiKey createForAgent(NewApiKey wanted) {
        return make(wanted);
    }

    private MadeApiKey make(NewApiKey wanted) {
        stepUp.require();
        SignedInUser owner = CurrentUser.require();
        Scope scope = wanted.galleries().map(names -> scope(owner, names)).orElse(Scope.EVERYWHERE);
        for (String permission : new TreeSet<>(wanted.permissions())) {
            Scope own = owner.scope(permission);
            if (own.isNowhere() || (!scope.everywhere() && !own.includes(scope))) {
                throw new ApiKeyTooWideException(permission);
            }
        }
        if (wanted.limits().exceed(limits) && !mayManage(owner)) {
            throw new ApiKeyTooWideException("limits above the configured ones");
        }
        Instant expiry =
                expiry(wanted.expiresAt().orElseGet(() -> clock.instant().plus(settings.lifetime())));
        var text = ApiKeyText.generate();
        var grantee = new ApiKeyStore.Grantee(owner.id(), scope, expiry);
        long id = store.add(text, wanted, grantee, settings.maxPerOwner());
        return new MadeApiKey(text.text(), store.find(id).orElseThrow());
    }

    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    public Page<ApiKeySummary> listOwn(long after, int limit) {
        return store.list(Optional.of(CurrentUser.require().id()), after, limit);
    }

    @RolesAllowed(Permissions.APIKEY_MANAGE)
    public Page<ApiKeySummary> listAll(long after, int limit) {
        return store.list(Optional.empty(), after, limit);
    }

    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    public ApiKeySummary require(long id) {
        SignedInUser user = CurrentUser.require();
        return store.find(id)
                .filter(key -> mayManage(user) || isOf(key, user.id()))
                .orElseThrow(() -> new ApiKeyNotFoundException(id));
    }

    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    public ApiKeySummary change(long id, ApiKeyPatch patch) {
        stepUp.require();
        require(id);
        patch.expiresAt().ifPresent(this::expiry);
        store.change(id, patch);
        return require(id);
    }

    /** How long a key that is made or changed now can count at most. */
    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    public Instant latestExpiry() {
        return clock.instant().plus(settings.maxLifetime());
    }

    /** The key is refused from the next request on, on every node. */
    @RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
    public void revoke(long id) {
        require(id);
        store.revoke(id);
    }

    /** Galleries in which the caller may do nothing are not there for them. */
    private Scope scope(SignedInUser owner, Set<String> names) {
        var ids = store.galleries(names);
        for (String name : new TreeSet<>(names)) {
            Long id = ids.get(name);
            if (id == null || owner.scopes().values().stream().noneMatch(scope -> scope.includes(id))) {
                throw new InvalidInputException("galleries", "There is no gallery '" + name + "'");
            }
        }
        return Scope.of(ids.values().stream().collect(Collectors.toSet()));
    }

    private Instant expiry(Instant wanted) {
        Instant now = clock.instant();
        if (!wanted.isAfter(now) || wanted.isAfter(latestExpiry())) {
            throw new InvalidInputException(
                    "expires_at",
                    "expires_at lies in the future, at most "
                            + settings.maxLifetime().toDays() + " days from now");
        }
        return wanted;
    }

    private static boolean mayManage(SignedInUser user) {
        return !user.scope(Permissions.APIKEY_MANAGE).isNowhere();
    }

    private static boolean isOf(ApiKeySummary key, UUID user) {
        return key.owner().id().equals(user);
    }
}
