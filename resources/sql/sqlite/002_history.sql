-- The companion tables: what happened, and the mails that tell of it. They stand beside the address tables and touch
-- nothing of them. {{addressKeyType}} is the type of the address table's key.

CREATE TABLE events (
    sequence_num INTEGER PRIMARY KEY AUTOINCREMENT,
    stream_id {{addressKeyType}} NOT NULL,
    stream_version INTEGER NOT NULL CHECK (stream_version > 0),
    event_type TEXT NOT NULL CHECK (event_type IN ('AddressCreated', 'AddressFieldChanged', 'AddressFieldReverted',
                                                   'AddressDeleted', 'AddressRestored')),
    payload TEXT NOT NULL CHECK (json_valid(payload)),
    occurred_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    actor TEXT NOT NULL CHECK (actor <> ''),
    change_id TEXT NOT NULL,
    reason TEXT,
    chain_hash BLOB NOT NULL CHECK (length(chain_hash) = 32),
    UNIQUE (stream_id, stream_version)
) STRICT;

CREATE INDEX events_by_actor ON events (actor, sequence_num);
CREATE INDEX events_by_type ON events (event_type, sequence_num);
CREATE INDEX events_by_change ON events (change_id);

-- From a token's digest to the events that issued it or used it up.
CREATE INDEX events_by_token ON events (payload ->> 'revertToken') WHERE payload ->> 'revertToken' IS NOT NULL;

-- The database itself refuses a token's second use.
CREATE UNIQUE INDEX events_token_used_once ON events (payload ->> 'revertToken')
    WHERE event_type IN ('AddressFieldReverted', 'AddressRestored') AND payload ->> 'revertToken' IS NOT NULL;

CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events is append-only');
END;

CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events is append-only');
END;

-- INSERT OR REPLACE removes the row that is in the way without asking the trigger on DELETE.
CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE sequence_num = NEW.sequence_num)
    OR EXISTS (SELECT 1 FROM events WHERE stream_id = NEW.stream_id AND stream_version = NEW.stream_version)
BEGIN
    SELECT RAISE(ABORT, 'events is append-only: this event exists');
END;

CREATE TRIGGER events_refuse_second_use BEFORE INSERT ON events
WHEN NEW.event_type IN ('AddressFieldReverted', 'AddressRestored')
    AND EXISTS (SELECT 1 FROM events
                WHERE payload ->> 'revertToken' = NEW.payload ->> 'revertToken'
                    AND event_type IN ('AddressFieldReverted', 'AddressRestored'))
BEGIN
    SELECT RAISE(ABORT, 'the revert token has been used');
END;

CREATE TABLE mail_outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    change_id TEXT NOT NULL,
    address_id {{addressKeyType}} NOT NULL,
    recipient TEXT,
    content TEXT NOT NULL CHECK (json_valid(content)),
    state TEXT NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'cancelled', 'noAddress')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,
    lease_until TEXT,
    last_error TEXT,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    finished_at TEXT
) STRICT;

CREATE INDEX mail_outbox_due ON mail_outbox (next_attempt_at, id) WHERE state IN ('queued', 'sending');
CREATE INDEX mail_outbox_by_change ON mail_outbox (change_id);
