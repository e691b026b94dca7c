-- What operators' rights on `events` and `mail_outbox` are for: whole saves, of which the customer hears. Whoever may update
-- `address_desk_settings` sets mails up and is above these rules. The functions name tables with their schema, found now and
-- not in the search_path of whoever saves, and hold no backslash, which a session's settings could give another meaning.

-- Letters whose former e-mail address nobody has looked for yet.
CREATE INDEX mail_outbox_letters_undecided ON mail_outbox (id) WHERE state = 'noAddress' AND audience IS NULL;

-- A new mail goes to the customer whose address it is, at the customer's own e-mail address, whatever a program says. Where
-- the company has moved or changed its tables since, a save is worth more than this, and the program's word counts.
DO $migration$
DECLARE
    customers text := (SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c
                       JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = to_regclass($name${{customerTable}}$name$));
    addresses text := (SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c
                       JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = to_regclass($name${{addressTable}}$name$));
BEGIN
    EXECUTE format('CREATE FUNCTION address_desk_address_mail() RETURNS trigger LANGUAGE plpgsql '
                   'SET search_path = pg_catalog, pg_temp AS %L', format($function$
DECLARE
    customer text;
    email text;
BEGIN
    BEGIN
        SELECT CAST(a.{{addressCustomer}} AS text), CAST(c.{{customerEmail}} AS text) INTO customer, email
            FROM %1$s AS a LEFT JOIN %2$s AS c ON c.{{customerKey}} = a.{{addressCustomer}}
            WHERE a.{{addressKey}} = NEW.address_id;
        IF NOT FOUND THEN
            customer := (SELECT e.payload #>> '{snapshot,userId}' FROM %3$I.events AS e
                         WHERE e.stream_id = NEW.address_id AND e.event_type = 'AddressDeleted'
                         ORDER BY e.stream_version DESC LIMIT 1);
            email := (SELECT CAST(c.{{customerEmail}} AS text) FROM %2$s AS c
                      WHERE c.{{customerKey}} = CAST(customer AS {{customerKeyType}}));
        END IF;
        NEW.customer_id := customer;
        NEW.recipient := NULLIF(regexp_replace(email, '^[[:space:]]+|[[:space:]]+$', '', 'g'), '');
    EXCEPTION WHEN undefined_table OR undefined_column OR invalid_schema_name OR undefined_function OR data_exception THEN
        NULL;
    END;
    NEW.state := CASE WHEN NEW.recipient IS NULL THEN 'noAddress' ELSE 'queued' END;
    NEW.next_attempt_at := CASE WHEN NEW.recipient IS NOT NULL THEN clock_timestamp() END;
    RETURN NEW;
END
$function$, addresses, customers, current_schema()));
END
$migration$;

CREATE TRIGGER mail_outbox_address BEFORE INSERT ON mail_outbox
    FOR EACH ROW WHEN (NEW.audience IS NULL) EXECUTE FUNCTION address_desk_address_mail();

-- What the outbox view offers: retry and send again, cancel, and a letter that was printed.
CREATE FUNCTION address_desk_check_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.state = 'queued' AND OLD.state IN ('queued', 'failed', 'cancelled', 'sent') AND OLD.recipient IS NOT NULL
            AND NEW.secret IS NOT DISTINCT FROM OLD.secret AND NEW.expires_at IS NOT DISTINCT FROM OLD.expires_at
            AND NEW.attempts = 0) THEN
        NEW.next_attempt_at := clock_timestamp();
        NEW.finished_at := NULL;
        RETURN NEW;
    END IF;
    IF (NEW.state = 'cancelled' AND OLD.state = 'queued' AND NEW.secret IS NULL
            AND NEW.expires_at IS NOT DISTINCT FROM OLD.expires_at)
        OR (NEW.state = 'sent' AND OLD.state = 'noAddress' AND NEW.secret IS NULL
            AND COALESCE(OLD.secret IS NOT NULL AND NEW.expires_at BETWEEN clock_timestamp()
                             AND clock_timestamp() + interval '{{mostLinkDays}} days', TRUE)) THEN
        NEW.next_attempt_at := NULL;
        NEW.finished_at := clock_timestamp();
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a mail that is % does not become %', OLD.state, NEW.state USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Events count one by one, a save is one operator's and of one address, and a token stays with the change that issued it.
-- (Equal versions are left to the unique index: two operators have saved at once.)
DO $migration$
DECLARE
    schema text := current_schema();
    restricted text := format('WHEN (NOT has_table_privilege(session_user, %L::regclass, ''UPDATE''))',
                              format('%I.address_desk_settings', schema));
BEGIN
    EXECUTE format('CREATE FUNCTION address_desk_guard_event() RETURNS trigger LANGUAGE plpgsql '
                   'SET search_path = pg_catalog, pg_temp AS %L', format($function$
DECLARE
    token text := NEW.payload ->> 'revertToken';
    longest CONSTANT integer := 1000000;
BEGIN
    IF NEW.stream_version > 1 + COALESCE((SELECT max(e.stream_version) FROM %1$I.events AS e
                                          WHERE e.stream_id = NEW.stream_id), 0) THEN
        RAISE EXCEPTION 'the versions of a history count one by one' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM %1$I.events AS e WHERE e.change_id = NEW.change_id
               AND (e.actor <> NEW.actor OR e.stream_id <> NEW.stream_id)) THEN
        RAISE EXCEPTION 'a save belongs to one operator and one address' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.event_type IN ('AddressFieldReverted', 'AddressRestored') THEN
        IF token IS NOT NULL AND NOT EXISTS (
                SELECT FROM %1$I.events AS e WHERE e.payload ->> 'revertToken' = token AND e.stream_id = NEW.stream_id
                AND e.event_type = CASE NEW.event_type WHEN 'AddressRestored' THEN 'AddressDeleted'
                                                       ELSE 'AddressFieldChanged' END
                AND e.payload ->> 'field' IS NOT DISTINCT FROM NEW.payload ->> 'field') THEN
            RAISE EXCEPTION 'a token puts back the change that issued it' USING ERRCODE = 'insufficient_privilege';
        END IF;
    ELSIF token IS NOT NULL AND EXISTS (SELECT FROM %1$I.events AS e WHERE e.payload ->> 'revertToken' = token) THEN
        RAISE EXCEPTION 'a token is issued once' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF octet_length(CAST(NEW.payload AS text)) > longest OR octet_length(NEW.reason) > longest THEN
        RAISE EXCEPTION 'an event of such a length is none' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$function$, schema));

    -- At the end of the transaction: no change without a mail, and no mail without a change of the same operator.
    EXECUTE format('CREATE FUNCTION address_desk_check_told() RETURNS trigger LANGUAGE plpgsql '
                   'SET search_path = pg_catalog, pg_temp AS %L', format($function$
BEGIN
    IF NOT EXISTS (SELECT FROM %1$I.mail_outbox AS m WHERE m.change_id = NEW.change_id AND m.address_id = NEW.stream_id) THEN
        RAISE EXCEPTION 'nobody tells the customer of this change' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END
$function$, schema));

    EXECUTE format('CREATE FUNCTION address_desk_check_cause() RETURNS trigger LANGUAGE plpgsql '
                   'SET search_path = pg_catalog, pg_temp AS %L', format($function$
BEGIN
    IF NOT EXISTS (SELECT FROM %1$I.events AS e WHERE e.change_id = NEW.change_id AND e.stream_id = NEW.address_id
                   AND e.actor = session_user)
        OR (SELECT count(*) FROM %1$I.mail_outbox AS m WHERE m.change_id = NEW.change_id AND m.audience IS NULL) > 1
        OR octet_length(CAST(NEW.content AS text)) > 1000000 THEN
        RAISE EXCEPTION 'a mail tells of one change of one''s own' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END
$function$, schema));

    EXECUTE 'CREATE TRIGGER events_guard BEFORE INSERT ON events FOR EACH ROW ' || restricted ||
            ' EXECUTE FUNCTION address_desk_guard_event()';
    EXECUTE 'CREATE CONSTRAINT TRIGGER events_are_told AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW ' ||
            restricted || ' EXECUTE FUNCTION address_desk_check_told()';
    EXECUTE 'CREATE CONSTRAINT TRIGGER mail_outbox_has_cause AFTER INSERT ON mail_outbox DEFERRABLE INITIALLY DEFERRED '
            'FOR EACH ROW ' || restricted || ' EXECUTE FUNCTION address_desk_check_cause()';
    EXECUTE 'CREATE TRIGGER mail_outbox_check BEFORE UPDATE ON mail_outbox FOR EACH ROW ' || restricted ||
            ' EXECUTE FUNCTION address_desk_check_mail()';
END
$migration$;

-- Who has done a task is who is logged in, and it was now.
CREATE FUNCTION address_desk_sign_task() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.done_at := CASE WHEN NEW.done_at IS NOT NULL THEN clock_timestamp() END;
    NEW.done_by := CASE WHEN NEW.done_at IS NOT NULL THEN session_user END;
    RETURN NEW;
END
$$;

CREATE TRIGGER address_desk_tasks_sign BEFORE UPDATE ON address_desk_tasks
    FOR EACH ROW EXECUTE FUNCTION address_desk_sign_task();
