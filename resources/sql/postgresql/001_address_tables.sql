-- The desk's own tables, for a database that has none.

CREATE TABLE users (
    id UUID PRIMARY KEY,
    first_name TEXT,
    last_name TEXT,
    email TEXT
);

CREATE TABLE addresses (
    id UUID PRIMARY KEY,
    user_id UUID REFERENCES users (id),
    label TEXT,
    street_number TEXT,
    street_name TEXT,
    zip_code TEXT,
    city TEXT,
    country TEXT
);

-- One covering index for each sort order: a page's keys are read from it alone. NULLs come first, as on SQLite.
CREATE INDEX users_by_name ON users (last_name NULLS FIRST, first_name NULLS FIRST, id);
CREATE INDEX users_by_email ON users (email NULLS FIRST, id);
CREATE INDEX addresses_by_user ON addresses (user_id NULLS FIRST, id);
CREATE INDEX addresses_by_label ON addresses (label NULLS FIRST, id);
CREATE INDEX addresses_by_street_number ON addresses (street_number NULLS FIRST, id);
CREATE INDEX addresses_by_street_name ON addresses (street_name NULLS FIRST, id);
CREATE INDEX addresses_by_zip_code ON addresses (zip_code NULLS FIRST, id);
CREATE INDEX addresses_by_city ON addresses (city NULLS FIRST, id);
CREATE INDEX addresses_by_country ON addresses (country NULLS FIRST, id);
