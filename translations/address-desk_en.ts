<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>CtlText</name>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln history(s)</source>
        <translation>
            <numerusform>%Ln history</numerusform>
            <numerusform>%Ln histories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerSentences</name>
    <message numerus="yes">
        <source>%n customer(s) ask to set back what has changed since.</source>
        <translation>
            <numerusform>%n customer asks to set back what has changed since.</numerusform>
            <numerusform>%n customers ask to set back what has changed since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) set changes back.</source>
        <translation>
            <numerusform>%n customer set changes back.</numerusform>
            <numerusform>%n customers set changes back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 set %n field(s) back.</source>
        <extracomment>%1 the customer&apos;s name</extracomment>
        <translation>
            <numerusform>%1 set %n field back.</numerusform>
            <numerusform>%1 set %n fields back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryMail</name>
    <message numerus="yes">
        <source>%1 after %n failed attempt(s)</source>
        <extracomment>%1 for example &quot;mail waits&quot;</extracomment>
        <translation>
            <numerusform>%1 after %n failed attempt</numerusform>
            <numerusform>%1 after %n failed attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s).</source>
        <translation>
            <numerusform>%n attempt.</numerusform>
            <numerusform>%n attempts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message numerus="yes">
        <source>%n field(s) set back.</source>
        <translation>
            <numerusform>%n field set back.</numerusform>
            <numerusform>%n fields set back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message numerus="yes">
        <source>%n more field(s) changed; our customer service can tell you.</source>
        <translation>
            <numerusform>%n more field changed; our customer service can tell you.</numerusform>
            <numerusform>%n more fields changed; our customer service can tell you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MailWording</name>
    <message numerus="yes">
        <source>Tried %n time(s) in vain, again %1.</source>
        <translation>
            <numerusform>Tried once in vain, again %1.</numerusform>
            <numerusform>Tried %n times in vain, again %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s) in vain, again now.</source>
        <translation>
            <numerusform>Tried once in vain, again now.</numerusform>
            <numerusform>Tried %n times in vain, again now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given up %1 after %n attempt(s).</source>
        <translation>
            <numerusform>Given up %1 after %n attempt.</numerusform>
            <numerusform>Given up %1 after %n attempts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>%n field changed</numerusform>
            <numerusform>%n fields changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) due</source>
        <translation>
            <numerusform>%n letter due</numerusform>
            <numerusform>%n letters due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <extracomment>What customers ask for and an operator has to decide</extracomment>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) set back</source>
        <translation>
            <numerusform>%n field set back</numerusform>
            <numerusform>%n fields set back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWording</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::ConflictDialog</name>
    <message numerus="yes">
        <source>%n field(s) to decide</source>
        <translation>
            <numerusform>%n field to decide</numerusform>
            <numerusform>%n fields to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While you were editing, somebody else changed the same %n field(s) of the address of %1. Nothing has been saved yet. Which value shall stay?</source>
        <translation>
            <numerusform>While you were editing, somebody else changed the same field of the address of %1. Nothing has been saved yet. Which value shall stay?</numerusform>
            <numerusform>While you were editing, somebody else changed the same %n fields of the address of %1. Nothing has been saved yet. Which values shall stay?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While you were editing, %2 changed the same %n field(s) of the address of %1 (%3). Nothing has been saved yet. Which value shall stay?</source>
        <extracomment>%1 a customer&apos;s name, %2 who did it: &quot;marie&quot;, &quot;marie and paul&quot;; %3 when: &quot;5 minutes ago&quot;</extracomment>
        <translation>
            <numerusform>While you were editing, %2 changed the same field of the address of %1 (%3). Nothing has been saved yet. Which value shall stay?</numerusform>
            <numerusform>While you were editing, %2 changed the same %n fields of the address of %1 (%3). Nothing has been saved yet. Which values shall stay?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::DeletedAddressesDialog</name>
    <message numerus="yes">
        <source>Only the latest %n are shown; type to find others.</source>
        <translation>
            <numerusform>Only the latest %n is shown; type to find others.</numerusform>
            <numerusform>Only the latest %n are shown; type to find others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::DiscardController</name>
    <message numerus="yes">
        <source>%n edit(s) discarded.</source>
        <translation>
            <numerusform>%n edit discarded.</numerusform>
            <numerusform>%n edits discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n unsaved edit(s)?</source>
        <translation>
            <numerusform>Discard %n unsaved edit?</numerusform>
            <numerusform>Discard %n unsaved edits?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::DraftNews</name>
    <message numerus="yes">
        <source>Your unsaved edits of last time are back: %n field(s).</source>
        <translation>
            <numerusform>Your unsaved edits of last time are back: %n field.</numerusform>
            <numerusform>Your unsaved edits of last time are back: %n fields.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::EditsDesk</name>
    <message numerus="yes">
        <source>%n address(es)</source>
        <extracomment>Both halves of &quot;Saved: 2 fields in 1 address.&quot;</extracomment>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::HistoryActions</name>
    <message numerus="yes">
        <source>Sets back %n field(s) at once</source>
        <translation>
            <numerusform>Sets back %n field at once</numerusform>
            <numerusform>Sets back %n fields at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::LeaveGuard</name>
    <message numerus="yes">
        <source>%n field(s) are not saved.</source>
        <translation>
            <numerusform>%n field is not saved.</numerusform>
            <numerusform>%n fields are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::LetterDialog</name>
    <message numerus="yes">
        <source>When it is ready for the post, mark it as printed: it leaves the list of letters that are due, and its link works for %n day(s) from then. The link is then wiped here: the letter cannot be printed with its link again.</source>
        <translation>
            <numerusform>When it is ready for the post, mark it as printed: it leaves the list of letters that are due, and its link works for %n day from then. The link is then wiped here: the letter cannot be printed with its link again.</numerusform>
            <numerusform>When it is ready for the post, mark it as printed: it leaves the list of letters that are due, and its link works for %n days from then. The link is then wiped here: the letter cannot be printed with its link again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::OfficeSettingsForm</name>
    <message numerus="yes">
        <source>day(s)</source>
        <extracomment>After a number in a field; %n only chooses the plural</extracomment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::RedeemCodeDialog</name>
    <message numerus="yes">
        <source>Set back %n field(s)</source>
        <translation>
            <numerusform>Set back %n field</numerusform>
            <numerusform>Set back %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::RevertDialog</name>
    <message numerus="yes">
        <source>Set back %n field(s)</source>
        <translation>
            <numerusform>Set back %n field</numerusform>
            <numerusform>Set back %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::SaveBar</name>
    <message numerus="yes">
        <source>in %n address(es)</source>
        <extracomment>The end of &quot;2 fields changed in 1 address&quot;</extracomment>
        <translation>
            <numerusform>in %n address</numerusform>
            <numerusform>in %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <extracomment>The beginning of &quot;2 fields changed in 1 address&quot;</extracomment>
        <translation>
            <numerusform>%n field changed</numerusform>
            <numerusform>%n fields changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::SetBackGuard</name>
    <message numerus="yes">
        <source>Set %n field(s) of %1 back?</source>
        <extracomment>%1 a customer&apos;s name</extracomment>
        <translation>
            <numerusform>Set %n field of %1 back?</numerusform>
            <numerusform>Set %n fields of %1 back?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your last save concerned %n other address(es).</source>
        <translation>
            <numerusform>Your last save concerned %n other address.</numerusform>
            <numerusform>Your last save concerned %n other addresses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::StatusLine</name>
    <message numerus="yes">
        <source>%1 found</source>
        <extracomment>%n only chooses the plural; %1 is the number as people write it</extracomment>
        <translation>
            <numerusform>%1 found</numerusform>
            <numerusform>%1 found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 address(es)</source>
        <translation>
            <numerusform>%1 address</numerusform>
            <numerusform>%1 addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n unsaved</numerusform>
            <numerusform>%n unsaved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::TasksDialog</name>
    <message numerus="yes">
        <source>Only the oldest %n are shown.</source>
        <translation>
            <numerusform>Only the oldest one is shown.</numerusform>
            <numerusform>Only the oldest %n are shown.</numerusform>
        </translation>
    </message>
</context>
</TS>
