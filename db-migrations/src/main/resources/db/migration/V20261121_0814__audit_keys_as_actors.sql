-- API keys act too, and the trail must not take them for users.
ALTER TABLE semblance.audit_entry DROP CONSTRAINT audit_entry_actor_kind_ck;
ALTER TABLE semblance.audit_entry ADD CONSTRAINT audit_entry_actor_kind_ck
    CHECK (actor_kind IN ('user', 'key', 'job', 'system'));
COMMENT ON COLUMN semblance.audit_entry.actor_kind IS 'What the actor is: user, key (an API key, by its public prefix), job or system';
