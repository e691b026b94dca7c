-- Who may save may queue a mail and change its state, but not choose whom it tells and when. Who sets mails up is above that.

-- Letters whose former e-mail address nobody has looked for yet.
CREATE INDEX mail_outbox_letters_undecided ON mail_outbox (id) WHERE state = 'noAddress' AND audience IS NULL;

-- A new mail goes to the customer's own e-mail address and is due, whatever a program says. (Not in the text of the migration:
-- the name of the table is found now, not in the search_path of whoever saves.)
DO $migration$
DECLARE
    customers text := (SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c
                       JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = to_regclass($name${{customerTable}}$name$));
BEGIN
    EXECUTE format('CREATE FUNCTION address_desk_address_mail() RETURNS trigger LANGUAGE plpgsql '
                   'SET search_path = pg_catalog, pg_temp AS %L', format($function$
BEGIN
    NEW.recipient := (SELECT NULLIF(regexp_replace(CAST({{customerEmail}} AS text), '^\s+|\s+$', '', 'g'), '')
                      FROM %1$s WHERE {{customerKey}} = CAST(NEW.customer_id AS {{customerKeyType}}));
    NEW.state := CASE WHEN NEW.recipient IS NULL THEN 'noAddress' ELSE 'queued' END;
    NEW.next_attempt_at := CASE WHEN NEW.recipient IS NOT NULL THEN LEAST(NEW.next_attempt_at, clock_timestamp()) END;
    RETURN NEW;
END
$function$, customers));
END
$migration$;

CREATE TRIGGER mail_outbox_address BEFORE INSERT ON mail_outbox
    FOR EACH ROW WHEN (NEW.audience IS NULL) EXECUTE FUNCTION address_desk_address_mail();

-- What the outbox view offers: retry and send again, cancel, and a letter that was printed.
CREATE FUNCTION address_desk_check_mail() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF has_table_privilege(session_user, format('%I.address_desk_settings', TG_TABLE_SCHEMA), 'UPDATE') THEN
        RETURN NEW;
    END IF;
    IF (NEW.state = 'queued' AND OLD.state IN ('queued', 'failed', 'cancelled', 'sent') AND OLD.recipient IS NOT NULL
            AND NEW.secret IS NOT DISTINCT FROM OLD.secret AND NEW.expires_at IS NOT DISTINCT FROM OLD.expires_at
            AND NEW.attempts = 0 AND NEW.next_attempt_at <= clock_timestamp())
        OR (NEW.state = 'cancelled' AND OLD.state = 'queued' AND NEW.secret IS NULL
            AND NEW.expires_at IS NOT DISTINCT FROM OLD.expires_at)
        OR (NEW.state = 'sent' AND OLD.state = 'noAddress' AND NEW.secret IS NULL
            AND COALESCE(NEW.expires_at <= clock_timestamp() + interval '{{mostLinkDays}} days', TRUE)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a mail that is % does not become %', OLD.state, NEW.state USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER mail_outbox_check BEFORE UPDATE ON mail_outbox
    FOR EACH ROW EXECUTE FUNCTION address_desk_check_mail();

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
