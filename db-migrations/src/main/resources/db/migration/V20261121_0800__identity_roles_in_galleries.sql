-- Somebody may watch one gallery and see nothing of the others: a role is given everywhere or for one gallery.
ALTER TABLE semblance.user_role
    DROP CONSTRAINT user_role_user_id_role_id_pk,
    ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT user_role_id_pk PRIMARY KEY,
    ADD COLUMN gallery_id bigint
        CONSTRAINT user_role_gallery_id_fk REFERENCES semblance.gallery (id) ON DELETE CASCADE,
    ADD CONSTRAINT user_role_user_id_role_id_gallery_id_uq UNIQUE NULLS NOT DISTINCT (user_id, role_id, gallery_id);
CREATE INDEX user_role_gallery_id_ix ON semblance.user_role (gallery_id);
COMMENT ON TABLE semblance.user_role IS 'Which roles a user has and where; the permissions of all of them add up';
COMMENT ON COLUMN semblance.user_role.id IS 'Identity of the assignment inside the database';
COMMENT ON COLUMN semblance.user_role.gallery_id IS 'The only gallery in which the user has the role; null for everywhere';
GRANT USAGE ON SEQUENCE semblance.user_role_id_seq TO semblance_app;
