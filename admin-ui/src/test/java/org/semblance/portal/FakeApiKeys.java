package org.semblance.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.identity.keys.ApiKeyPatch;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.KeyName;
import org.semblance.identity.keys.MadeApiKey;
import org.semblance.identity.keys.NewApiKey;
import org.semblance.platform.Page;

/** API keys as {@link ShellFakes} has them. */
final class FakeApiKeys extends ApiKeyService {
    private final ShellFakes shell;

    FakeApiKeys(ShellFakes shell) {
        this.shell = shell;
    }

    @Override
    public Page<ApiKeySummary> listOwn(long after, int limit) {
        return new Page<>(shell.keys, OptionalLong.empty());
    }

    @Override
    public Page<ApiKeySummary> listAll(long after, int limit) {
        return new Page<>(shell.keys, OptionalLong.empty());
    }

    @Override
    public Instant latestExpiry() {
        return Instant.now().plus(Duration.ofDays(366));
    }

    @Override
    public ApiKeySummary change(long id, ApiKeyPatch patch) {
        stepUp();
        ApiKeySummary old =
                shell.keys.stream().filter(key -> key.id() == id).findFirst().orElseThrow();
        var life = old.life();
        var changed = new ApiKeySummary(
                id,
                old.prefix(),
                patch.name().map(KeyName::value).orElse(old.name()),
                old.owner(),
                old.permissions(),
                old.galleries(),
                old.limits(),
                new ApiKeySummary.Life(
                        life.createdAt(),
                        patch.expiresAt().orElse(life.expiresAt()),
                        life.revokedAt(),
                        life.lastUsedAt(),
                        life.lastUsedAddress()));
        shell.keys.set(shell.keys.indexOf(old), changed);
        return changed;
    }

    private void stepUp() {
        if (shell.needsStepUp) {
            shell.needsStepUp = false;
            throw new StepUpRequiredException();
        }
    }

    @Override
    public MadeApiKey create(NewApiKey wanted) {
        stepUp();
        var life = new ApiKeySummary.Life(
                Instant.EPOCH,
                wanted.expiresAt().orElse(Instant.MAX),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var made = new ApiKeySummary(
                shell.keys.size() + 1L,
                "abcd1234",
                wanted.name().value(),
                new ApiKeySummary.Owner(new UUID(0, 1), "ada"),
                wanted.permissions().stream().sorted().toList(),
                wanted.galleries().map(List::copyOf),
                wanted.limits(),
                life);
        shell.keys.add(made);
        return new MadeApiKey("sk_abcd1234_secret", made);
    }

    @Override
    public void revoke(long id) {
        shell.revoked.add(id);
        shell.keys.removeIf(key -> key.id() == id);
    }
}
