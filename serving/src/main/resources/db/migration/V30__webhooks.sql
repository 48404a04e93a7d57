-- The change log is the outbox: a webhook has been told of every change up to cursor.
CREATE TABLE webhook (
    id              text PRIMARY KEY CHECK (id ~ '^whk_[a-z0-9]{12}$'),
    organisation_id bigint NOT NULL REFERENCES organisation (id),
    url             text NOT NULL CHECK (length(url) <= 2000),
    -- Whoever signs needs the secret itself, so it cannot be stored as a hash.
    secret          text NOT NULL,
    kinds           text[],
    created_at      timestamptz NOT NULL DEFAULT now(),
    cursor          bigint NOT NULL,
    failures        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    last_problem    text,
    last_success_at timestamptz,
    disabled_at     timestamptz
);

CREATE INDEX webhook_of_organisation ON webhook (organisation_id);
CREATE INDEX webhook_due ON webhook (next_attempt_at) WHERE disabled_at IS NULL;
