-- What other systems are told is written with the change itself, so that neither a crash nor a refusal loses or invents it.
CREATE TABLE semblance.webhook_event (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT webhook_event_id_pk PRIMARY KEY,
    event_id uuid NOT NULL CONSTRAINT webhook_event_event_id_uq UNIQUE,
    type text NOT NULL,
    gallery text,
    data text NOT NULL CONSTRAINT webhook_event_data_ck CHECK (data LIKE '{%}'),
    occurred_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE semblance.webhook_event IS 'Something that happened while somebody wanted to be told of it';
COMMENT ON COLUMN semblance.webhook_event.id IS 'Sequence number; of two events about the same thing the later has the higher one';
COMMENT ON COLUMN semblance.webhook_event.event_id IS 'What receivers know the event by';
COMMENT ON COLUMN semblance.webhook_event.type IS 'Dotted name, such as person.merged';
COMMENT ON COLUMN semblance.webhook_event.gallery IS 'Name of the gallery in which it happened; null where it concerns none';
COMMENT ON COLUMN semblance.webhook_event.data IS 'What it was about, as a JSON object: ids only, no names, images or embeddings';
COMMENT ON COLUMN semblance.webhook_event.occurred_at IS 'When it happened';
GRANT SELECT, INSERT, DELETE ON semblance.webhook_event TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.webhook_event_id_seq TO semblance_app;

CREATE TABLE semblance.webhook_delivery (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT webhook_delivery_id_pk PRIMARY KEY,
    webhook_id uuid NOT NULL
        CONSTRAINT webhook_delivery_webhook_id_fk REFERENCES semblance.webhook (id) ON DELETE CASCADE,
    event_id bigint NOT NULL
        CONSTRAINT webhook_delivery_event_id_fk REFERENCES semblance.webhook_event (id) ON DELETE CASCADE,
    state text NOT NULL DEFAULT 'pending' CONSTRAINT webhook_delivery_state_ck
        CHECK (state IN ('pending', 'delivered', 'failed', 'cancelled')),
    attempts integer NOT NULL DEFAULT 0 CONSTRAINT webhook_delivery_attempts_ck CHECK (attempts >= 0),
    queued_at timestamptz NOT NULL DEFAULT now(),
    tries integer NOT NULL DEFAULT 0 CONSTRAINT webhook_delivery_tries_ck CHECK (tries >= 0),
    due_at timestamptz NOT NULL DEFAULT now(),
    lease uuid,
    finished_at timestamptz,
    CONSTRAINT webhook_delivery_state_finished_at_ck CHECK ((state = 'pending') = (finished_at IS NULL))
);
CREATE INDEX webhook_delivery_webhook_id_due_at_ix ON semblance.webhook_delivery (webhook_id, due_at, id)
    WHERE state = 'pending';
CREATE INDEX webhook_delivery_webhook_id_ix ON semblance.webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_event_id_ix ON semblance.webhook_delivery (event_id);
CREATE INDEX webhook_delivery_finished_at_ix ON semblance.webhook_delivery (finished_at);
COMMENT ON TABLE semblance.webhook_delivery IS 'An event on its way to one subscription, and what became of it';
COMMENT ON COLUMN semblance.webhook_delivery.id IS 'Identity of the delivery';
COMMENT ON COLUMN semblance.webhook_delivery.webhook_id IS 'Subscription that it goes to';
COMMENT ON COLUMN semblance.webhook_delivery.event_id IS 'Event that is sent';
COMMENT ON COLUMN semblance.webhook_delivery.state IS
    'pending, delivered, failed (nobody tries again by themselves) or cancelled (the subscription was disabled)';
COMMENT ON COLUMN semblance.webhook_delivery.attempts IS 'How often it was taken to be sent, in all';
COMMENT ON COLUMN semblance.webhook_delivery.queued_at IS 'When it was made or asked for again; retries end some time after it';
COMMENT ON COLUMN semblance.webhook_delivery.tries IS 'How often it was taken to be sent since it was queued';
COMMENT ON COLUMN semblance.webhook_delivery.due_at IS
    'When it is sent next; while a node sends it, when others may take it over';
COMMENT ON COLUMN semblance.webhook_delivery.lease IS 'Who sends it just now; another value means that somebody else took it over';
COMMENT ON COLUMN semblance.webhook_delivery.finished_at IS 'When it was over; null while pending';
GRANT SELECT, INSERT, UPDATE, DELETE ON semblance.webhook_delivery TO semblance_app;
GRANT USAGE ON SEQUENCE semblance.webhook_delivery_id_seq TO semblance_app;

CREATE TABLE semblance.webhook_attempt (
    delivery_id bigint NOT NULL
        CONSTRAINT webhook_attempt_delivery_id_fk REFERENCES semblance.webhook_delivery (id) ON DELETE CASCADE,
    number integer NOT NULL CONSTRAINT webhook_attempt_number_ck CHECK (number >= 1),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    duration_ms integer NOT NULL CONSTRAINT webhook_attempt_duration_ms_ck CHECK (duration_ms >= 0),
    status integer CONSTRAINT webhook_attempt_status_ck CHECK (status BETWEEN 100 AND 999),
    error text CONSTRAINT webhook_attempt_error_ck CHECK (length(error) <= 500),
    answer text CONSTRAINT webhook_attempt_answer_ck CHECK (length(answer) <= 1000),
    CONSTRAINT webhook_attempt_delivery_id_number_pk PRIMARY KEY (delivery_id, number)
);
COMMENT ON TABLE semblance.webhook_attempt IS 'One attempt to send a delivery';
COMMENT ON COLUMN semblance.webhook_attempt.delivery_id IS 'Delivery that was sent';
COMMENT ON COLUMN semblance.webhook_attempt.number IS 'Which attempt of the delivery; a number is missing where a node died';
COMMENT ON COLUMN semblance.webhook_attempt.recorded_at IS 'When it was over';
COMMENT ON COLUMN semblance.webhook_attempt.duration_ms IS 'How long it took, in milliseconds';
COMMENT ON COLUMN semblance.webhook_attempt.status IS 'HTTP status of the answer; null when there was none';
COMMENT ON COLUMN semblance.webhook_attempt.error IS 'Why it failed, in words; null when it did not';
COMMENT ON COLUMN semblance.webhook_attempt.answer IS 'Beginning of the answer''s body; null when it had none';
GRANT SELECT, INSERT, DELETE ON semblance.webhook_attempt TO semblance_app;
