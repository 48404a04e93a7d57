-- Metered power, append-only: a correction is a new row, known from available_at on. The pipeline
-- takes rows in the order of their ids.
CREATE TABLE generation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id      text NOT NULL REFERENCES site (id) ON DELETE CASCADE,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL CHECK (ends_at > starts_at),
    power_kw     double precision NOT NULL,
    available_at timestamptz NOT NULL
);

CREATE INDEX generation_of_site ON generation (site_id, ends_at, id);

-- What was answered to a request that carried an Idempotency-Key.
CREATE TABLE idempotent_request (
    organisation_id bigint NOT NULL REFERENCES organisation (id),
    key             text NOT NULL CHECK (length(key) <= 200),
    request_sha256  text NOT NULL,
    response        text NOT NULL,
    at              timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation_id, key)
);
