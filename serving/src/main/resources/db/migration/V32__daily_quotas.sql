ALTER TABLE api_key ADD COLUMN requests_per_day integer CHECK (requests_per_day > 0);

-- What each key asked for on a day (UTC), added up by every process of the service.
CREATE TABLE key_use (
    key_id   text NOT NULL,
    day      date NOT NULL,
    requests bigint NOT NULL,
    PRIMARY KEY (key_id, day)
);
