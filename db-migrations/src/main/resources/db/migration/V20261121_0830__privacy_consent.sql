-- Who has not agreed, or has changed their mind, must not be matched from that moment on, on any node.
ALTER TABLE semblance.gallery ADD COLUMN consent_required boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN semblance.gallery.consent_required IS 'Whether nobody is matched who has not agreed to it; who has withdrawn never is';
ALTER TABLE semblance.person ADD COLUMN suspended_at timestamptz;
COMMENT ON COLUMN semblance.person.suspended_at IS
    'Since when the person is not matched, for want of consent; follows consent and gallery.consent_required by triggers; null while matched';
COMMENT ON COLUMN semblance.embedding.searchable IS
    'Whether a search may find it: not while the person is deleted or suspended; follows the person by triggers';

CREATE TABLE semblance.consent (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT consent_id_pk PRIMARY KEY,
    person_id bigint NOT NULL CONSTRAINT consent_person_id_fk REFERENCES semblance.person (id) ON DELETE CASCADE,
    purpose text NOT NULL CONSTRAINT consent_purpose_ck CHECK (purpose ~ '^[a-z][a-z0-9-]{0,62}$'),
    state text NOT NULL CONSTRAINT consent_state_ck CHECK (state IN ('granted', 'withdrawn')),
    text_version text NOT NULL CONSTRAINT consent_text_version_ck CHECK (length(text_version) BETWEEN 1 AND 100),
    locale text NOT NULL CONSTRAINT consent_locale_ck CHECK (locale ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
    channel text NOT NULL CONSTRAINT consent_channel_ck CHECK (channel ~ '^[a-z][a-z0-9-]{0,62}$'),
    evidence text CONSTRAINT consent_evidence_ck CHECK (length(evidence) BETWEEN 1 AND 2000),
    evidence_sha256 bytea CONSTRAINT consent_evidence_sha256_ck CHECK (octet_length(evidence_sha256) = 32),
    said_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX consent_person_id_purpose_said_at_ix ON semblance.consent (person_id, purpose, said_at);
COMMENT ON TABLE semblance.consent IS 'What persons agreed to and took back; append-only, and gone with the person';
COMMENT ON COLUMN semblance.consent.id IS 'Order of recording';
COMMENT ON COLUMN semblance.consent.person_id IS 'Who said so; deleting the person deletes this, which is the only way that it goes';
COMMENT ON COLUMN semblance.consent.purpose IS 'What for, in kebab-case; recognition is the one that matching depends on';
COMMENT ON COLUMN semblance.consent.state IS 'granted or withdrawn; the last word of a person about a purpose counts';
COMMENT ON COLUMN semblance.consent.text_version IS 'Which wording the person was shown';
COMMENT ON COLUMN semblance.consent.locale IS 'Language of that wording, as BCP 47 has it';
COMMENT ON COLUMN semblance.consent.channel IS 'How the person said so, in kebab-case, such as paper or app';
COMMENT ON COLUMN semblance.consent.evidence IS 'Where the proof is kept, such as the number of a file; null without one';
COMMENT ON COLUMN semblance.consent.evidence_sha256 IS 'SHA-256 of the proof; null without one';
COMMENT ON COLUMN semblance.consent.said_at IS 'When the person said so';
COMMENT ON COLUMN semblance.consent.recorded_by IS 'Who recorded it';
COMMENT ON COLUMN semblance.consent.recorded_at IS 'When it was recorded';
CREATE TRIGGER consent_append_only_tg BEFORE UPDATE ON semblance.consent
    FOR EACH STATEMENT EXECUTE FUNCTION semblance.refuse_change();
ALTER TABLE semblance.consent ENABLE ALWAYS TRIGGER consent_append_only_tg;
GRANT SELECT, INSERT ON semblance.consent TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.consent_id_seq TO semblance_app;

CREATE FUNCTION semblance.ids_of_person(of_person bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE upwards AS (
        SELECT id, merged_into FROM semblance.person WHERE id = of_person
        UNION ALL
        SELECT person.id, person.merged_into FROM upwards JOIN semblance.person ON person.id = upwards.merged_into),
    together AS (
        SELECT id FROM upwards WHERE merged_into IS NULL
        UNION ALL
        SELECT person.id FROM together JOIN semblance.person ON person.merged_into = together.id)
    SELECT id FROM together
$$;
COMMENT ON FUNCTION semblance.ids_of_person(bigint) IS 'Every id that the person goes by: the survivor of all merges first, then who was merged into them';

CREATE FUNCTION semblance.is_suspended(of_person bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        (SELECT state = 'withdrawn' FROM semblance.consent
          WHERE purpose = 'recognition' AND person_id IN (SELECT semblance.ids_of_person(of_person))
          ORDER BY said_at DESC, id DESC LIMIT 1),
        (SELECT consent_required FROM semblance.gallery JOIN semblance.person ON person.gallery_id = gallery.id
          WHERE person.id = of_person))
$$;
COMMENT ON FUNCTION semblance.is_suspended(bigint) IS
    'Whether the last word about recognition, by any id of the person, is a withdrawal, or none was said where the gallery asks for one';

CREATE FUNCTION semblance.judge_suspension(of_person bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    survivor bigint := (SELECT id FROM semblance.ids_of_person(of_person) AS id LIMIT 1);
BEGIN
    -- Embeddings that are being added wait for this, or are there to be hidden.
    PERFORM FROM semblance.person WHERE id = survivor FOR UPDATE;
    UPDATE semblance.person
       SET suspended_at = CASE WHEN suspended_at IS NULL THEN now() END
     WHERE id = survivor AND (suspended_at IS NOT NULL) <> semblance.is_suspended(survivor);
END
$$;
COMMENT ON FUNCTION semblance.judge_suspension(bigint) IS 'Suspends or readmits the person who goes by that id now, as their consent says';

CREATE FUNCTION semblance.heed_consent() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM semblance.judge_suspension(NEW.person_id);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.heed_consent() IS 'Trigger of consent: the last word takes effect at once';
CREATE TRIGGER consent_insert_tg AFTER INSERT ON semblance.consent
    FOR EACH ROW WHEN (NEW.purpose = 'recognition') EXECUTE FUNCTION semblance.heed_consent();

CREATE FUNCTION semblance.suspend_newcomer() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    -- The lock keeps the gallery's rule as it is until the newcomer can be seen by whoever changes it.
    SELECT CASE WHEN consent_required THEN now() END INTO NEW.suspended_at
      FROM semblance.gallery WHERE id = NEW.gallery_id FOR SHARE;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION semblance.suspend_newcomer() IS 'Trigger of person: who has said nothing yet is not matched where consent is required';
CREATE TRIGGER person_insert_tg BEFORE INSERT ON semblance.person
    FOR EACH ROW EXECUTE FUNCTION semblance.suspend_newcomer();

CREATE FUNCTION semblance.judge_gallery() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM semblance.person WHERE gallery_id = NEW.id AND merged_into IS NULL ORDER BY id FOR UPDATE;
    UPDATE semblance.person
       SET suspended_at = CASE WHEN suspended_at IS NULL THEN now() END
     WHERE gallery_id = NEW.id AND merged_into IS NULL
       AND (suspended_at IS NOT NULL) <> semblance.is_suspended(id);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.judge_gallery() IS 'Trigger of gallery: another rule about consent holds for all its persons at once';
CREATE TRIGGER gallery_consent_required_tg AFTER UPDATE OF consent_required ON semblance.gallery
    FOR EACH ROW WHEN (OLD.consent_required <> NEW.consent_required) EXECUTE FUNCTION semblance.judge_gallery();

CREATE FUNCTION semblance.judge_merged() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM semblance.judge_suspension(NEW.id);
    IF OLD.merged_into IS NOT NULL THEN
        PERFORM semblance.judge_suspension(OLD.merged_into);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.judge_merged() IS 'Trigger of person: what either said holds for both once they are one, and no longer when they are not';
CREATE TRIGGER person_merged_into_tg AFTER UPDATE OF merged_into ON semblance.person
    FOR EACH ROW WHEN (OLD.merged_into IS DISTINCT FROM NEW.merged_into) EXECUTE FUNCTION semblance.judge_merged();

CREATE FUNCTION semblance.inherit_consent() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO semblance.consent (person_id, purpose, state, text_version, locale, channel, evidence, evidence_sha256,
                                   said_at, recorded_by)
    SELECT DISTINCT ON (purpose) NEW.other_id, purpose, state, text_version, locale, channel, evidence, evidence_sha256,
           said_at, NEW.actor
      FROM semblance.consent
     WHERE person_id IN (SELECT semblance.ids_of_person(NEW.person_id))
     ORDER BY purpose, said_at DESC, id DESC;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.inherit_consent() IS 'Trigger of person_change: what was said of the whole holds for whoever is split off, until they say otherwise';
CREATE TRIGGER person_change_split_tg AFTER INSERT ON semblance.person_change
    FOR EACH ROW WHEN (NEW.kind = 'split') EXECUTE FUNCTION semblance.inherit_consent();

-- A proposal names somebody whom the faces look like: that is matching, too.
CREATE OR REPLACE FUNCTION semblance.hide_embeddings_of_person() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE semblance.embedding SET searchable = NEW.deleted_at IS NULL AND NEW.suspended_at IS NULL
     WHERE gallery_id = NEW.gallery_id AND person_id = NEW.id;
    IF NEW.suspended_at IS NOT NULL THEN
        UPDATE semblance.cluster_proposal SET state = 'superseded' WHERE person_id = NEW.id AND state = 'open';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION semblance.hide_embeddings_of_person() IS
    'Trigger of person: who is deleted or suspended is found no more, who is brought back or readmitted is found again';
DROP TRIGGER person_deleted_at_tg ON semblance.person;
CREATE TRIGGER person_deleted_at_suspended_at_tg AFTER UPDATE OF deleted_at, suspended_at ON semblance.person
    FOR EACH ROW
    WHEN ((OLD.deleted_at IS NULL AND OLD.suspended_at IS NULL) <> (NEW.deleted_at IS NULL AND NEW.suspended_at IS NULL))
    EXECUTE FUNCTION semblance.hide_embeddings_of_person();

CREATE FUNCTION semblance.set_searchable() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.searchable := NEW.person_id IS NULL OR EXISTS (
        SELECT FROM semblance.person
         WHERE id = NEW.person_id AND deleted_at IS NULL AND suspended_at IS NULL FOR KEY SHARE);
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION semblance.set_searchable() IS
    'Trigger of embedding: what comes to a person is found if they are; waits for whoever is suspending or deleting them';
CREATE TRIGGER embedding_searchable_tg BEFORE INSERT OR UPDATE OF person_id ON semblance.embedding
    FOR EACH ROW EXECUTE FUNCTION semblance.set_searchable();
