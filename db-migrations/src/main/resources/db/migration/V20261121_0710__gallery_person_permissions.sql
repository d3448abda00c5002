-- Who enrolls persons also finds doubles and mistakes, and must be able to put them right without being able to delete.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT id, 'person:edit' FROM semblance.role WHERE name IN ('administrator', 'enroller', 'service');
