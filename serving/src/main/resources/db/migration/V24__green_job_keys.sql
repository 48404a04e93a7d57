-- The key by which a submission that is sent again is known for the same.
ALTER TABLE green_job ADD COLUMN idempotency_key text
    CHECK (length(idempotency_key) BETWEEN 1 AND 200);
CREATE UNIQUE INDEX green_job_of_key ON green_job (organisation_id, idempotency_key);
