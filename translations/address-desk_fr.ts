<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>HistoryModel</name>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, %1: %2</source>
        <extracomment>the present value of one field: %1 the field&apos;s title, %2 its value in quotation marks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: all fields are empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <extracomment>the address as it is: %1 the address on one line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <extracomment>%1 a field&apos;s title, %2 and %3 values in quotation marks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 set back from %2 to %3</source>
        <extracomment>%1 a field&apos;s title, %2 and %3 values in quotation marks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address created: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address restored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2, %3.</source>
        <extracomment>for screen readers: %1 what happened, %2 who did it, %3 how long ago</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>%1 exact date and time, %2 who did it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaMapping</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is not allowed. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request makes no sense here. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist (any more). Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not accept this value: one of its own rules forbids it. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database took too long to answer. Nothing was written. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped as asked. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others are changing this address at this very moment. Nothing was written. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change cannot be put back now. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history does not match its check sums: somebody has edited it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring is available, or it is locked. The password is kept for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that the program did not expect. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a database file, or it is damaged. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of “%1” is not there. It may have been moved or renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can only be read: the file, its folder or the server does not allow writing. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is holding “%1”. Nothing was written. Please try again when it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no space left where “%1” is stored. Nothing was written. Make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no tables for Address Desk yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of “%1” are not laid out as Address Desk needs them. They were left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was set up by a newer version of Address Desk. Please update this program; the database was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of “%1” cannot be reached. Check its name and port, and whether it is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to “%1” is gone. What you typed is kept; the program keeps trying to connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of “%1” refused the user name or the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of “%1” asks for a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your user of “%1” may not do this. Ask the database&apos;s administrator for the right. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of “%1” does not offer encryption (TLS), but this connection requires it. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the server of “%1” could not be verified, so no password was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value has been changed outside Address Desk since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another value was put back by %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed again by %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SQLite driver is not installed. On Debian: install the package libqt6sql6-sqlite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PostgreSQL driver is not installed. On Debian: install the package libqt6sql6-psql.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the text is too long (%2 characters, %3 are allowed).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a line break (%2) is not allowed; the value has to be a single line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the invisible control character %2 is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: half of a character (the lone surrogate %2) is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the invisible character %2 is not allowed: it can make a text read as another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored by %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back by %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address exists again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field already has its earlier value again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address was deleted by %1 %2. Restore it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no such field now, so it cannot be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this address again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set back to %1</source>
        <extracomment>%1 is a value in quotation marks, or the words &quot;no value&quot; or &quot;empty&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a customer in a list: %1 last name, %2 first name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeWording</name>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>A date inside a sentence, in Qt&apos;s date format: day, full month name, year</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <extracomment>%1 date, %2 time to the second, %3 time zone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1 at %2</source>
        <extracomment>Inside a sentence: %1 date, %2 time</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
