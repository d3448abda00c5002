-- Who connects programs makes keys for them; who runs the installation sees and revokes everybody's, and changes signing keys.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT id, 'apikey:create' FROM semblance.role WHERE name IN ('administrator', 'security-operator', 'enroller');

INSERT INTO semblance.role_permission (role_id, permission)
SELECT role.id, granted.permission
FROM semblance.role CROSS JOIN (VALUES ('apikey:manage'), ('signing-key:manage')) AS granted (permission)
WHERE role.name = 'administrator';
