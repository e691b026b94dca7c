-- Sending mails, answering links, and what the office has to look at.

-- `secret` is the token of the save: whoever may read it can act as the customer. The audience is decided when a mail is
-- first sent.
ALTER TABLE mail_outbox ADD COLUMN secret TEXT;
ALTER TABLE mail_outbox ADD COLUMN customer_id TEXT;
ALTER TABLE mail_outbox ADD COLUMN audience TEXT CHECK (audience IN ('customer', 'former', 'new'));
ALTER TABLE mail_outbox ADD COLUMN expires_at TEXT;

-- Mails of a time when none were sent are not sent now. Their links were never told to anybody.
UPDATE mail_outbox
SET state = CASE WHEN state IN ('queued', 'noAddress') THEN 'cancelled' ELSE state END,
    next_attempt_at = NULL,
    finished_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    customer_id = content ->> '$.customer.id',
    content = json_set(json_remove(content, '$.secret'), '$.changes',
                       (SELECT json_group_array(json_remove(value, '$.secret')) FROM json_each(content, '$.changes')));

CREATE INDEX mail_outbox_by_customer ON mail_outbox (customer_id, id);
CREATE INDEX mail_outbox_open ON mail_outbox (state, id) WHERE state IN ('queued', 'sending', 'failed', 'noAddress');

-- What mails, letters and pages say on behalf of the company.
CREATE TABLE address_desk_settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What customers asked for and only an operator can decide.
CREATE TABLE address_desk_tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('changedSince')),
    address_id {{addressKeyType}} NOT NULL,
    sequence_num INTEGER NOT NULL,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    done_at TEXT,
    done_by TEXT
) STRICT;

CREATE UNIQUE INDEX address_desk_tasks_open ON address_desk_tasks (sequence_num) WHERE done_at IS NULL;

-- Who typed revert codes that do not exist; too many of them are refused.
CREATE TABLE address_desk_wrong_codes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    actor TEXT NOT NULL,
    tried_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE INDEX address_desk_wrong_codes_by_actor ON address_desk_wrong_codes (actor, tried_at);

-- Desks see that mails, tasks or settings have changed, and that nothing else has.
CREATE TABLE address_desk_office_version (
    version INTEGER NOT NULL
) STRICT;

INSERT INTO address_desk_office_version (version) VALUES (0);

CREATE TRIGGER mail_outbox_announce AFTER UPDATE ON mail_outbox
BEGIN
    UPDATE address_desk_office_version SET version = version + 1;
END;

CREATE TRIGGER address_desk_tasks_announce AFTER INSERT ON address_desk_tasks
BEGIN
    UPDATE address_desk_office_version SET version = version + 1;
END;

CREATE TRIGGER address_desk_tasks_announce_update AFTER UPDATE ON address_desk_tasks
BEGIN
    UPDATE address_desk_office_version SET version = version + 1;
END;

CREATE TRIGGER address_desk_settings_announce AFTER INSERT ON address_desk_settings
BEGIN
    UPDATE address_desk_office_version SET version = version + 1;
END;

CREATE TRIGGER address_desk_settings_announce_update AFTER UPDATE ON address_desk_settings
BEGIN
    UPDATE address_desk_office_version SET version = version + 1;
END;

CREATE TRIGGER address_desk_wrong_codes_announce AFTER INSERT ON address_desk_wrong_codes
BEGIN
    UPDATE address_desk_office_version SET version = version + 1;
END;
