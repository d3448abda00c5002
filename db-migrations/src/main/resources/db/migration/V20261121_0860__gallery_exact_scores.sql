-- From some hundred exact scores a face can be rebuilt, so that they need a permission of their own.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT id, 'score:exact' FROM semblance.role WHERE name = 'administrator';
