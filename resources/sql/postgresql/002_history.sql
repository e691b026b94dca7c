-- The companion tables: what happened, and the mails that tell of it. They stand beside the address tables and touch
-- nothing of them. {{addressKeyType}} is the type of the address table's key.

CREATE TABLE events (
    sequence_num BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream_id {{addressKeyType}} NOT NULL,
    stream_version INTEGER NOT NULL CHECK (stream_version > 0),
    event_type TEXT NOT NULL CHECK (event_type IN ('AddressCreated', 'AddressFieldChanged', 'AddressFieldReverted',
                                                   'AddressDeleted', 'AddressRestored')),
    payload JSONB NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
    occurred_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    actor TEXT NOT NULL DEFAULT session_user CHECK (actor <> ''),
    change_id UUID NOT NULL,
    reason TEXT,
    chain_hash BYTEA NOT NULL CHECK (octet_length(chain_hash) = 32),
    UNIQUE (stream_id, stream_version)
);

CREATE INDEX events_by_actor ON events (actor, sequence_num);
CREATE INDEX events_by_type ON events (event_type, sequence_num);
CREATE INDEX events_by_change ON events (change_id);

-- From a token's digest, or its first characters, to the events that issued it or used it up.
CREATE INDEX events_by_token ON events ((payload ->> 'revertToken') text_pattern_ops)
    WHERE payload ->> 'revertToken' IS NOT NULL;

-- The database itself refuses a token's second use.
CREATE UNIQUE INDEX events_token_used_once ON events ((payload ->> 'revertToken'))
    WHERE event_type IN ('AddressFieldReverted', 'AddressRestored') AND payload ->> 'revertToken' IS NOT NULL;

-- The functions have a search path of their own: an operator of the caller's making must not answer for them.
CREATE FUNCTION address_desk_refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'events is append-only' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER events_refuse_change BEFORE UPDATE OR DELETE ON events
    FOR EACH ROW EXECUTE FUNCTION address_desk_refuse_change();

CREATE TRIGGER events_refuse_truncate BEFORE TRUNCATE ON events
    FOR EACH STATEMENT EXECUTE FUNCTION address_desk_refuse_change();

-- Nobody writes history in another's name. A customer who uses a token has no login.
CREATE FUNCTION address_desk_check_actor() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.actor <> session_user
       AND NOT (NEW.actor = 'customer'
                AND NEW.event_type IN ('AddressFieldReverted', 'AddressRestored')
                AND NEW.payload ->> 'revertToken' IS NOT NULL) THEN
        RAISE EXCEPTION 'the actor of an event is the session user' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER events_actor BEFORE INSERT ON events
    FOR EACH ROW EXECUTE FUNCTION address_desk_check_actor();

-- Other desks hear which addresses changed, once a statement. An empty message means: read again.
CREATE FUNCTION address_desk_announce() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ids text;
BEGIN
    SELECT string_agg(DISTINCT CAST(stream_id AS text), ',') INTO ids FROM inserted;
    IF ids IS NOT NULL THEN
        IF octet_length(ids) > 7900 OR EXISTS (SELECT 1 FROM inserted WHERE strpos(CAST(stream_id AS text), ',') > 0) THEN
            ids := '';
        END IF;
        PERFORM pg_notify('address_desk_changes', ids);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER events_announce AFTER INSERT ON events
    REFERENCING NEW TABLE AS inserted
    FOR EACH STATEMENT EXECUTE FUNCTION address_desk_announce();

CREATE TABLE mail_outbox (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id UUID NOT NULL,
    address_id {{addressKeyType}} NOT NULL,
    recipient TEXT,
    content JSONB NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'cancelled', 'noAddress')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TIMESTAMPTZ,
    lease_until TIMESTAMPTZ,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    finished_at TIMESTAMPTZ
);

CREATE INDEX mail_outbox_due ON mail_outbox (next_attempt_at, id) WHERE state IN ('queued', 'sending');
CREATE INDEX mail_outbox_by_change ON mail_outbox (change_id);
