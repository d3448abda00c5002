-- Who may look at persons one by one need not be allowed to carry whole galleries away.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT id, 'gallery:export' FROM semblance.role WHERE name = 'administrator';
