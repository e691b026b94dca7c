-- Sending mails, answering links, and what the office has to look at.

-- `secret` is the token of the save: whoever may read it can act as the customer. Grant the other columns only. The
-- audience is decided when a mail is first sent.
ALTER TABLE mail_outbox
    ADD COLUMN secret TEXT,
    ADD COLUMN customer_id TEXT,
    ADD COLUMN audience TEXT CHECK (audience IN ('customer', 'former', 'new')),
    ADD COLUMN expires_at TIMESTAMPTZ;

-- Mails of a time when none were sent are not sent now. Their links were never told to anybody.
UPDATE mail_outbox
SET state = CASE WHEN state IN ('queued', 'noAddress') THEN 'cancelled' ELSE state END,
    next_attempt_at = NULL,
    finished_at = clock_timestamp(),
    customer_id = content #>> '{customer,id}',
    content = (content - 'secret') || jsonb_build_object('changes', COALESCE(
        (SELECT jsonb_agg(c.change - 'secret' ORDER BY c.place)
         FROM jsonb_array_elements(content -> 'changes') WITH ORDINALITY AS c (change, place)), '[]'));

CREATE INDEX mail_outbox_by_customer ON mail_outbox (customer_id, id);
CREATE INDEX mail_outbox_open ON mail_outbox (state, id) WHERE state IN ('queued', 'sending', 'failed', 'noAddress');

-- The secret for a letter, which an operator prints and so sees anyway. Nobody has it who was not granted it.
DO $$
BEGIN
    EXECUTE format('CREATE FUNCTION address_desk_letter_secret(mail_id bigint) RETURNS text LANGUAGE sql SECURITY DEFINER '
                   'SET search_path = pg_catalog, pg_temp AS %L',
                   format('SELECT secret FROM %I.mail_outbox WHERE id = mail_id AND state = ''noAddress'' AND recipient IS NULL',
                          current_schema()));
END
$$;
REVOKE ALL ON FUNCTION address_desk_letter_secret(bigint) FROM PUBLIC;

-- What mails, letters and pages say on behalf of the company.
CREATE TABLE address_desk_settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- What customers asked for and only an operator can decide.
CREATE TABLE address_desk_tasks (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('changedSince')),
    address_id {{addressKeyType}} NOT NULL,
    sequence_num BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    done_at TIMESTAMPTZ,
    done_by TEXT
);

CREATE UNIQUE INDEX address_desk_tasks_open ON address_desk_tasks (sequence_num) WHERE done_at IS NULL;

-- Who typed revert codes that do not exist; too many of them are refused.
CREATE TABLE address_desk_wrong_codes (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    actor TEXT NOT NULL DEFAULT session_user,
    tried_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX address_desk_wrong_codes_by_actor ON address_desk_wrong_codes (actor, tried_at);

-- Nobody guesses in another's name.
CREATE FUNCTION address_desk_sign_wrong_code() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.actor := session_user;
    NEW.tried_at := clock_timestamp();
    RETURN NEW;
END
$$;

CREATE TRIGGER address_desk_wrong_codes_sign BEFORE INSERT ON address_desk_wrong_codes
    FOR EACH ROW EXECUTE FUNCTION address_desk_sign_wrong_code();

-- Who answers links may write in the name of customers, and so may who sets mails up; nobody else. The moment of an
-- event is now, but for those who fill in samples.
CREATE OR REPLACE FUNCTION address_desk_check_actor() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_office boolean := has_table_privilege(session_user, format('%I.address_desk_settings', TG_TABLE_SCHEMA), 'UPDATE');
BEGIN
    IF NEW.actor <> session_user
       AND NOT (NEW.actor = 'customer'
                AND is_office
                AND NEW.event_type IN ('AddressFieldReverted', 'AddressRestored')
                AND NEW.payload ->> 'revertToken' IS NOT NULL) THEN
        RAISE EXCEPTION 'the actor of an event is the session user' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT is_office AND NEW.occurred_at NOT BETWEEN clock_timestamp() - interval '5 minutes' AND clock_timestamp() THEN
        RAISE EXCEPTION 'an event happens now' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

-- Desks hear that mails, tasks or settings have changed.
CREATE FUNCTION address_desk_announce_office() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_notify('address_desk_office', '');
    RETURN NULL;
END
$$;

-- Who looks for mails that are due and finds none has changed nothing.
CREATE FUNCTION address_desk_announce_mails() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM changed) THEN
        PERFORM pg_notify('address_desk_office', '');
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER mail_outbox_announce AFTER UPDATE ON mail_outbox REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION address_desk_announce_mails();

CREATE TRIGGER address_desk_tasks_announce AFTER INSERT OR UPDATE ON address_desk_tasks
    FOR EACH STATEMENT EXECUTE FUNCTION address_desk_announce_office();

CREATE TRIGGER address_desk_settings_announce AFTER INSERT OR UPDATE OR DELETE ON address_desk_settings
    FOR EACH STATEMENT EXECUTE FUNCTION address_desk_announce_office();
