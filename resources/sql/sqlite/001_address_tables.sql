-- The desk's own tables, for a database that has none. STRICT, with UUIDs as text.

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    first_name TEXT,
    last_name TEXT,
    email TEXT
) STRICT;

CREATE TABLE addresses (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT REFERENCES users (id),
    label TEXT,
    street_number TEXT,
    street_name TEXT,
    zip_code TEXT,
    city TEXT,
    country TEXT
) STRICT;

-- One covering index for each sort order: a page's keys are read from it alone.
CREATE INDEX users_by_name ON users (last_name COLLATE NOCASE, first_name COLLATE NOCASE, id);
CREATE INDEX users_by_email ON users (email COLLATE NOCASE, id);
CREATE INDEX addresses_by_user ON addresses (user_id, id);
CREATE INDEX addresses_by_label ON addresses (label COLLATE NOCASE, id);
CREATE INDEX addresses_by_street_number ON addresses (street_number COLLATE NOCASE, id);
CREATE INDEX addresses_by_street_name ON addresses (street_name COLLATE NOCASE, id);
CREATE INDEX addresses_by_zip_code ON addresses (zip_code COLLATE NOCASE, id);
CREATE INDEX addresses_by_city ON addresses (city COLLATE NOCASE, id);
CREATE INDEX addresses_by_country ON addresses (country COLLATE NOCASE, id);
