-- Who reads the trail page by page need not be allowed to carry it away.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT id, 'audit:export' FROM semblance.role WHERE name IN ('administrator', 'auditor');
