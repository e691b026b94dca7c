-- Letters whose former e-mail address nobody has looked for yet.
CREATE INDEX mail_outbox_letters_undecided ON mail_outbox (id) WHERE state = 'noAddress' AND audience IS NULL;
