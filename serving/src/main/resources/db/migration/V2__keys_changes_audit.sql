-- The organisation that runs this service sees the rows of all others.
ALTER TABLE organisation ADD COLUMN every_organisation boolean NOT NULL DEFAULT false;
INSERT INTO organisation (name, every_organisation) VALUES ('skywatt', true)
    ON CONFLICT (name) DO UPDATE SET every_organisation = true;

-- A key itself is never stored, only its SHA-256: 256 random bits need no slow hash.
CREATE TABLE api_key (
    id                  text PRIMARY KEY CHECK (id ~ '^[a-z0-9]{8}$'),
    organisation_id     bigint NOT NULL REFERENCES organisation (id),
    name                text NOT NULL CHECK (btrim(name) <> '' AND length(name) <= 200),
    role                text NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
    sha256              text NOT NULL UNIQUE CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    created_at          timestamptz NOT NULL DEFAULT now(),
    expires_at          timestamptz,
    revoked_at          timestamptz,
    requests_per_minute integer CHECK (requests_per_minute > 0)
);

CREATE INDEX api_key_of_organisation ON api_key (organisation_id);

-- What people changed, in the order in which it took effect. Caches follow it by the last id.
CREATE TABLE change (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL DEFAULT now(),
    organisation_id bigint NOT NULL REFERENCES organisation (id),
    kind            text NOT NULL,
    subject         text NOT NULL
);

CREATE TABLE audit (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL,
    request_id      text NOT NULL,
    organisation    text,
    key_id          text,
    method          text NOT NULL,
    path            text NOT NULL,
    status          integer NOT NULL
);

CREATE INDEX audit_at ON audit (at);

-- False for a site that was made or changed over the API: the published file leaves it alone.
ALTER TABLE site ADD COLUMN published boolean NOT NULL DEFAULT true;
