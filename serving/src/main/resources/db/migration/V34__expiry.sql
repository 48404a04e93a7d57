-- Old answers are removed by their age.
CREATE INDEX idempotent_request_at ON idempotent_request (at);
