-- Whether a camera is heard of outlives the cache that tells it, and changes once for all servers.
CREATE TABLE semblance.camera_state (
    camera_id bigint CONSTRAINT camera_state_camera_id_pk PRIMARY KEY
        CONSTRAINT camera_state_camera_id_fk REFERENCES semblance.camera (id) ON DELETE CASCADE,
    status text NOT NULL DEFAULT 'never' CONSTRAINT camera_state_status_ck CHECK (status IN ('never', 'online', 'offline')),
    last_seen_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE semblance.camera_state IS 'Which cameras are heard of; none for a camera that never was';
COMMENT ON COLUMN semblance.camera_state.camera_id IS 'The camera';
COMMENT ON COLUMN semblance.camera_state.status IS
    'online, offline (silent for too long), or never: not heard of since it was set up or enabled';
COMMENT ON COLUMN semblance.camera_state.last_seen_at IS 'When its last frame came, some seconds late';
COMMENT ON COLUMN semblance.camera_state.changed_at IS 'Since when it has this status';
GRANT SELECT, INSERT, UPDATE ON semblance.camera_state TO semblance_app;
