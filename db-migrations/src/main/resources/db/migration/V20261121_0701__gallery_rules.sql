-- What a gallery is for decides how sure its decisions must be, and what becomes of a face that nobody knows.
ALTER TABLE semblance.gallery
    ALTER COLUMN kind SET DEFAULT 'general',
    ADD COLUMN false_accept_rate double precision NOT NULL DEFAULT 1e-4
        CONSTRAINT gallery_false_accept_rate_ck CHECK (false_accept_rate IN (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)),
    ADD COLUMN min_faces integer NOT NULL DEFAULT 1
        CONSTRAINT gallery_min_faces_ck CHECK (min_faces BETWEEN 1 AND 100),
    ADD COLUMN unknown_faces text NOT NULL DEFAULT 'found'
        CONSTRAINT gallery_unknown_faces_ck CHECK (unknown_faces IN ('found', 'keep', 'drop'));
COMMENT ON COLUMN semblance.gallery.false_accept_rate IS
    'How often two different people may be taken for one, which picks a threshold of the model; a threshold of the gallery''s own goes before';
COMMENT ON COLUMN semblance.gallery.min_faces IS 'How many faces a person needs before a decision may name them';
COMMENT ON COLUMN semblance.gallery.unknown_faces IS
    'What becomes of a recognised face of nobody known: found makes a person of it, keep stores it without one, drop forgets it';

-- Galleries were all called staff before there was a choice, and decided with one false accept in a thousand.
UPDATE semblance.gallery SET kind = 'general', false_accept_rate = 1e-3;
