-- The last change of a message that is being sent: until it is taken, it is sent again as it is,
-- under the same id.
ALTER TABLE webhook ADD COLUMN pending_last bigint;
