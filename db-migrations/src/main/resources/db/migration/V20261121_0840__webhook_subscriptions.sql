-- Other systems are told of changes instead of asking for them: who wants to be told, of what, and where.
CREATE TABLE semblance.webhook (
    id uuid CONSTRAINT webhook_id_pk PRIMARY KEY,
    name text NOT NULL CONSTRAINT webhook_name_ck CHECK (length(name) BETWEEN 1 AND 200),
    url text NOT NULL CONSTRAINT webhook_url_ck CHECK (url ~ '^https?://' AND length(url) <= 2000),
    event_types text[] NOT NULL CONSTRAINT webhook_event_types_ck CHECK (cardinality(event_types) >= 1),
    galleries text[] NOT NULL DEFAULT '{}',
    secret bytea NOT NULL,
    old_secret bytea,
    old_secret_until timestamptz,
    state text NOT NULL DEFAULT 'active' CONSTRAINT webhook_state_ck CHECK (state IN ('active', 'disabled')),
    disabled_reason text CONSTRAINT webhook_disabled_reason_ck CHECK (disabled_reason IN ('by-user', 'gone', 'failing')),
    failing_since timestamptz,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 0 CONSTRAINT webhook_version_ck CHECK (version >= 0),
    CONSTRAINT webhook_state_disabled_reason_ck CHECK ((state = 'disabled') = (disabled_reason IS NOT NULL)),
    CONSTRAINT webhook_old_secret_old_secret_until_ck CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
);
COMMENT ON TABLE semblance.webhook IS 'A subscription of another system: events of some types are sent to its address';
COMMENT ON COLUMN semblance.webhook.id IS 'Identity of the subscription: a UUID of version 7, so that it sorts by age';
COMMENT ON COLUMN semblance.webhook.name IS 'What people call it';
COMMENT ON COLUMN semblance.webhook.url IS 'Where events are sent; may carry a token of the receiver';
COMMENT ON COLUMN semblance.webhook.event_types IS 'Types of events that are wanted';
COMMENT ON COLUMN semblance.webhook.galleries IS 'Names of the galleries whose events are wanted; none means all';
COMMENT ON COLUMN semblance.webhook.secret IS 'What deliveries are signed with, sealed';
COMMENT ON COLUMN semblance.webhook.old_secret IS 'What they were signed with before the last rotation, sealed; null without one';
COMMENT ON COLUMN semblance.webhook.old_secret_until IS 'How long deliveries carry a signature by the old secret too';
COMMENT ON COLUMN semblance.webhook.state IS 'active, or disabled: then nothing is sent and nothing kept to be sent';
COMMENT ON COLUMN semblance.webhook.disabled_reason IS
    'by-user, gone (the receiver answered 410) or failing (for days); null while active';
COMMENT ON COLUMN semblance.webhook.failing_since IS 'First failure since the last success; null while all is well';
COMMENT ON COLUMN semblance.webhook.created_by IS 'Name of the user who made it';
COMMENT ON COLUMN semblance.webhook.created_at IS 'When it was made';
COMMENT ON COLUMN semblance.webhook.version IS 'Number of changes, for optimistic locking';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.webhook TO semblance_app;
-- Addresses may carry tokens, and secrets are nobody's business.
REVOKE SELECT ON semblance.webhook FROM semblance_read;
GRANT SELECT (id, name, event_types, galleries, old_secret_until, state, disabled_reason, failing_since,
    created_by, created_at, version) ON semblance.webhook TO semblance_read;
