-- Whether a mail went to a mail server, or became a file in a folder and was sent to nobody.
ALTER TABLE mail_outbox ADD COLUMN handed_to TEXT CHECK (handed_to IN ('server', 'folder'));
