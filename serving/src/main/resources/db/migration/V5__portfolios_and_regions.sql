-- Sites that are asked for together: a portfolio names them, a region holds those within its area.
CREATE TABLE site_group (
    kind            text NOT NULL CHECK (kind IN ('portfolio', 'region')),
    id              text NOT NULL CHECK (id ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    organisation_id bigint NOT NULL REFERENCES organisation (id),
    name            text NOT NULL CHECK (btrim(name) <> ''),
    technology      text CHECK (technology IN ('solar', 'wind')),
    site_ids        text[],
    geometry        jsonb,
    PRIMARY KEY (kind, id),
    CHECK ((kind = 'portfolio') = (site_ids IS NOT NULL)),
    CHECK ((kind = 'region') = (geometry IS NOT NULL))
);

CREATE INDEX site_group_of_organisation ON site_group (organisation_id);
