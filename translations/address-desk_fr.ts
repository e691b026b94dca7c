<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>CtlText</name>
    <message>
        <source>There is no command “%1”.</source>
        <translation>La commande «&#xa0;%1&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>There is no option “%1” here.</source>
        <translation>L’option «&#xa0;%1&#xa0;» n’existe pas ici.</translation>
    </message>
    <message>
        <source>The option “%1” takes no value.</source>
        <translation>L’option «&#xa0;%1&#xa0;» ne prend pas de valeur.</translation>
    </message>
    <message>
        <source>The option “%1” needs a value.</source>
        <translation>L’option «&#xa0;%1&#xa0;» demande une valeur.</translation>
    </message>
    <message>
        <source>Which command?</source>
        <translation>Quelle commande&#xa0;?</translation>
    </message>
    <message>
        <source>The command “%1” needs more arguments.</source>
        <translation>Il manque des arguments à la commande «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is one argument too many. A text with spaces goes between quotation marks.</source>
        <translation>«&#xa0;%1&#xa0;» est un argument de trop. Un texte avec des espaces se met entre guillemets.</translation>
    </message>
    <message>
        <source>The option “%1” is given twice.</source>
        <translation>L’option «&#xa0;%1&#xa0;» est donnée deux fois.</translation>
    </message>
    <message>
        <source>The option “%1” takes a whole number, at least %2.</source>
        <translation>L’option «&#xa0;%1&#xa0;» prend un nombre entier, au moins %2.</translation>
    </message>
    <message>
        <source>%1 is now %2, not %3.</source>
        <translation>%1&#xa0;: la valeur est maintenant %2 et non %3.</translation>
    </message>
    <message>
        <source>The address has been changed meanwhile. Nothing was written.</source>
        <translation>L’adresse a été modifiée entre-temps. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>There is no address “%1” (any more). Nothing was written.</source>
        <translation>L’adresse «&#xa0;%1&#xa0;» n’existe pas ou plus. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Nothing to change: the address has these values already.</source>
        <translation>Rien à modifier&#xa0;: l’adresse a déjà ces valeurs.</translation>
    </message>
    <message>
        <source>Address %1, saved as %2:</source>
        <translation>Adresse %1, enregistrée sous %2&#xa0;:</translation>
    </message>
    <message>
        <source>why; kept in the history</source>
        <translation>motif, gardé dans l’historique</translation>
    </message>
    <message>
        <source>refuse unless the field still has this value</source>
        <translation>refuser si le champ n’a plus cette valeur</translation>
    </message>
    <message>
        <source>no value at all (SQL NULL); FIELD= is the empty text</source>
        <translation>aucune valeur (NULL en SQL)&#xa0;; FIELD= est le texte vide</translation>
    </message>
    <message>
        <source>FIELD is one of label, streetNumber, streetName, zipCode, city and country.</source>
        <translation>FIELD est l’un de label, streetNumber, streetName, zipCode, city et country.</translation>
    </message>
    <message>
        <source>Creates the tables that are missing.</source>
        <translation>Crée les tables manquantes.</translation>
    </message>
    <message>
        <source>An empty database gets all tables. Beside tables “users” and “addresses” that are there already, only
the companion tables are made; the others stay as they are.</source>
        <translation>Une base vide reçoit toutes les tables. Si les tables «&#xa0;users&#xa0;» et «&#xa0;addresses&#xa0;» existent déjà, seules
les tables d’accompagnement sont créées&#xa0;; les autres restent telles quelles.</translation>
    </message>
    <message>
        <source>only say what would be done</source>
        <translation>dire seulement ce qui serait fait</translation>
    </message>
    <message>
        <source>Fills an empty database with invented customers and their history.</source>
        <translation>Remplit une base vide de clients inventés et de leur historique.</translation>
    </message>
    <message>
        <source>how many; 5000 unless given</source>
        <translation>combien&#xa0;; 5000 par défaut</translation>
    </message>
    <message>
        <source>another number makes other customers</source>
        <translation>un autre nombre donne d’autres clients</translation>
    </message>
    <message>
        <source>Lists addresses by words of them or of their customer.</source>
        <translation>Liste des adresses d’après leurs mots ou ceux de leur client.</translation>
    </message>
    <message>
        <source>All words have to match; case and accents do not matter.</source>
        <translation>Tous les mots doivent correspondre&#xa0;; casse et accents sont ignorés.</translation>
    </message>
    <message>
        <source>at most this many; 50 unless given</source>
        <translation>nombre maximal&#xa0;; 50 par défaut</translation>
    </message>
    <message>
        <source>Shows one address.</source>
        <translation>Affiche une adresse.</translation>
    </message>
    <message>
        <source>Changes fields of an address in one save.</source>
        <translation>Modifie des champs d’une adresse en un seul enregistrement.</translation>
    </message>
    <message>
        <source>Without --expect the save insists on the values that it finds when it starts. After the new values,
--expect takes all FIELD=VALUE that follow it; before them it takes one, and may be given again.</source>
        <translation>Sans --expect, l’enregistrement exige les valeurs qu’il trouve au départ. Après les nouvelles valeurs,
--expect prend tous les FIELD=VALUE qui le suivent&#xa0;; avant elles il en prend un, et peut être répété.</translation>
    </message>
    <message>
        <source>Creates an address for a customer, given by key or e-mail address.</source>
        <translation>Crée une adresse pour un client, désigné par sa clé ou son e-mail.</translation>
    </message>
    <message>
        <source>Deletes an address; it can be restored.</source>
        <translation>Supprime une adresse&#xa0;; elle peut être restaurée.</translation>
    </message>
    <message>
        <source>Restores a deleted address as it was.</source>
        <translation>Restaure une adresse supprimée telle qu’elle était.</translation>
    </message>
    <message>
        <source>only of this field</source>
        <translation>seulement pour ce champ</translation>
    </message>
    <message>
        <source>only the newest; all unless given</source>
        <translation>seulement les plus récents&#xa0;; tous par défaut</translation>
    </message>
    <message>
        <source>Puts a change, a whole save or a deletion back.</source>
        <translation>Revient sur une modification, un enregistrement entier ou une suppression.</translation>
    </message>
    <message>
        <source>EVENT is the number of an event in the history.</source>
        <translation>EVENT est le numéro d’un événement de l’historique.</translation>
    </message>
    <message>
        <source>the whole save</source>
        <translation>l’enregistrement entier</translation>
    </message>
    <message>
        <source>the short code of a safety mail</source>
        <translation>le code de rétablissement d’un e-mail de sécurité</translation>
    </message>
    <message>
        <source>even if the value has changed since</source>
        <translation>même si la valeur a changé depuis</translation>
    </message>
    <message>
        <source>Compares every history with its row and checks the check sums.</source>
        <translation>Compare chaque historique à sa ligne et vérifie les sommes de contrôle.</translation>
    </message>
    <message>
        <source>answer with one JSON object a line</source>
        <translation>répondre avec un objet JSON par ligne</translation>
    </message>
    <message>
        <source>tell what the command does</source>
        <translation>expliquer ce que fait la commande</translation>
    </message>
    <message>
        <source>tell the version</source>
        <translation>donner la version</translation>
    </message>
    <message>
        <source>There is no customer “%1”. Nothing was written.</source>
        <translation>Le client «&#xa0;%1&#xa0;» n’existe pas. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Several customers have the e-mail address “%1”: give the key of one. Nothing was written.</source>
        <translation>Plusieurs clients ont l’adresse e-mail «&#xa0;%1&#xa0;»&#xa0;: donnez la clé de l’un d’eux. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>An address needs at least one FIELD=VALUE.</source>
        <translation>Une adresse demande au moins un FIELD=VALUE.</translation>
    </message>
    <message>
        <source>Which database? Give --database URL or set ADDRESS_DESK_DATABASE; a URL is sqlite:FILE or postgresql://user@host:port/name.</source>
        <translation>Quelle base de données&#xa0;? Donnez --database URL ou définissez ADDRESS_DESK_DATABASE&#xa0;; une URL est sqlite:FILE ou postgresql://user@host:port/name.</translation>
    </message>
    <message>
        <source>The database&apos;s URL is not understood.</source>
        <translation>L’URL de la base de données n’est pas comprise.</translation>
    </message>
    <message>
        <source>The field “%1” is given twice.</source>
        <translation>Le champ «&#xa0;%1&#xa0;» est donné deux fois.</translation>
    </message>
    <message>
        <source>There is no field “%1”. The fields are: %2.</source>
        <translation>Le champ «&#xa0;%1&#xa0;» n’existe pas. Les champs sont&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” is not of the form FIELD=VALUE.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas de la forme FIELD=VALUE.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Customer&apos;s key</source>
        <translation>Clé du client</translation>
    </message>
    <message>
        <source>No address matches.</source>
        <translation>Aucune adresse ne correspond.</translation>
    </message>
    <message>
        <source>There are more: raise --limit, or give more words.</source>
        <translation>Il y en a d’autres&#xa0;: augmentez --limit ou donnez plus de mots.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Utilisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Commandes&#xa0;:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Options&#xa0;:</translation>
    </message>
    <message>
        <source>Exit status:</source>
        <translation>Code de sortie&#xa0;:</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>refused, the reason is told</source>
        <translation>refusé, la raison est donnée</translation>
    </message>
    <message>
        <source>wrong usage</source>
        <translation>mauvaise utilisation</translation>
    </message>
    <message>
        <source>the database cannot be used</source>
        <translation>la base de données est inutilisable</translation>
    </message>
    <message>
        <source>“address-deskctl COMMAND --help” tells about one command.</source>
        <translation>«&#xa0;address-deskctl COMMAND --help&#xa0;» explique une commande.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>(save %1)</source>
        <translation>(enregistrement %1)</translation>
    </message>
    <message>
        <source>Nothing has been recorded of this address.</source>
        <translation>Rien n’a été noté pour cette adresse.</translation>
    </message>
    <message>
        <source>Nothing to do: the tables are there.</source>
        <translation>Rien à faire&#xa0;: les tables existent.</translation>
    </message>
    <message>
        <source>Would do:</source>
        <translation>Serait fait&#xa0;:</translation>
    </message>
    <message>
        <source>Done:</source>
        <translation>Fait&#xa0;:</translation>
    </message>
    <message>
        <source>An argument is not valid UTF-8 text.</source>
        <translation>Un argument n’est pas un texte UTF-8 valide.</translation>
    </message>
    <message>
        <source>address-deskctl: the answer could not be written.</source>
        <translation>address-deskctl&#xa0;: la réponse n’a pas pu être écrite.</translation>
    </message>
    <message>
        <source>See address-deskctl --help.</source>
        <translation>Voir address-deskctl --help.</translation>
    </message>
    <message>
        <source>A customer&apos;s token or code cannot override later changes.</source>
        <translation>Le jeton ou le code d’un client ne peut pas écraser des modifications plus récentes.</translation>
    </message>
    <message>
        <source>There is no event of this number. Nothing was written.</source>
        <translation>Aucun événement n’a ce numéro. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>There is no save of this id. Nothing was written.</source>
        <translation>Aucun enregistrement n’a cet identifiant. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>No change is known by this token or code. Nothing was written.</source>
        <translation>Aucune modification n’est connue sous ce jeton ou ce code. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>That many customers are no sample.</source>
        <translation>Autant de clients ne font plus un exemple.</translation>
    </message>
    <message>
        <source>%1 of %2 customers</source>
        <translation>%1 clients sur %2</translation>
    </message>
    <message>
        <source>Sample data goes only into an empty database. Nothing was written.</source>
        <translation>Les données d’exemple ne vont que dans une base vide. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Set what? Give FIELD=VALUE.</source>
        <translation>Modifier quoi&#xa0;? Donnez FIELD=VALUE.</translation>
    </message>
    <message>
        <source>the row&apos;s field “%1” differs from the history</source>
        <translation>le champ «&#xa0;%1&#xa0;» de la ligne diffère de l’historique</translation>
    </message>
    <message>
        <source>the row is missing, though the history knows of no deletion</source>
        <translation>la ligne manque, alors que l’historique ne connaît aucune suppression</translation>
    </message>
    <message>
        <source>there is a row, though the history says that it was deleted</source>
        <translation>la ligne existe, alors que l’historique la dit supprimée</translation>
    </message>
    <message>
        <source>version %1 does not follow the one before</source>
        <translation>la version %1 ne suit pas la précédente</translation>
    </message>
    <message>
        <source>version %1 does not match its check sum</source>
        <translation>la version %1 ne correspond pas à sa somme de contrôle</translation>
    </message>
    <message>
        <source>Only the first %1 differences are listed.</source>
        <translation>Seules les %1 premières différences sont listées.</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>Aucune différence.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n différence.</numerusform>
            <numerusform>%n différences.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 for example &quot;Changed&quot;, %2 a field&apos;s title</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>(%1)</source>
        <extracomment>in place of a value: %1 is &quot;no value&quot; or &quot;empty&quot;</extracomment>
        <translation>%1</translation>
    </message>
    <message>
        <source>Answers the links of safety mails and sends the mails that wait, until it is told to end.</source>
        <translation>Répond aux liens des e-mails de sécurité et envoie ceux qui attendent, jusqu’à ce qu’on l’arrête.</translation>
    </message>
    <message>
        <source>It speaks HTTP; a web server in front of it speaks TLS. A mail server&apos;s URL is
smtp://user@host:587 (STARTTLS), smtps://user@host:465 (TLS) or smtp://localhost:25?tls=none.
Its password comes from the systemd credential smtp-password or from a file with mode 0600.</source>
        <translation>Il parle HTTP&#xa0;; un serveur web placé devant lui parle TLS. L’URL d’un serveur d’e-mail est
smtp://user@host:587 (STARTTLS), smtps://user@host:465 (TLS) ou smtp://localhost:25?tls=none.
Son mot de passe vient de l’accréditation systemd smtp-password ou d’un fichier en mode 0600.</translation>
    </message>
    <message>
        <source>where to listen; 127.0.0.1:8085 unless given</source>
        <translation>où écouter&#xa0;; 127.0.0.1:8085 par défaut</translation>
    </message>
    <message>
        <source>how customers reach it, for example https://addresses.example.com</source>
        <translation>comment les clients l’atteignent, par exemple https://addresses.example.com</translation>
    </message>
    <message>
        <source>a web server on this machine says who the client is (X-Forwarded-For)</source>
        <translation>un serveur web de cette machine dit qui est le client (X-Forwarded-For)</translation>
    </message>
    <message>
        <source>of one client; 30 unless given, 0 for no limit</source>
        <translation>d’un même client&#xa0;; 30 par défaut, 0 sans limite</translation>
    </message>
    <message>
        <source>the mail server that takes the mails</source>
        <translation>le serveur qui prend les e-mails</translation>
    </message>
    <message>
        <source>holds its password; nobody else may be able to read it</source>
        <translation>contient son mot de passe&#xa0;; personne d’autre ne doit pouvoir le lire</translation>
    </message>
    <message>
        <source>certificates to trust instead of the system&apos;s</source>
        <translation>certificats de confiance à la place de ceux du système</translation>
    </message>
    <message>
        <source>write mails into this folder instead of sending them</source>
        <translation>écrire les e-mails dans ce dossier au lieu de les envoyer</translation>
    </message>
    <message>
        <source>Answering links on %1.</source>
        <translation>Réponse aux liens sur %1.</translation>
    </message>
    <message>
        <source>Sending mails.</source>
        <translation>Envoi des e-mails.</translation>
    </message>
    <message>
        <source>Sending no mails: give --smtp or --mail-folder for that.</source>
        <translation>Aucun envoi d’e-mails&#xa0;: donnez --smtp ou --mail-folder pour cela.</translation>
    </message>
    <message>
        <source>The address to listen on cannot be used.</source>
        <translation>L’adresse d’écoute ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>--listen wants HOST:PORT, for example 127.0.0.1:8085.</source>
        <translation>--listen attend HÔTE:PORT, par exemple 127.0.0.1:8085.</translation>
    </message>
    <message>
        <source>--public-url wants the address that customers open, for example https://…</source>
        <translation>--public-url attend l’adresse que les clients ouvrent, par exemple https://…</translation>
    </message>
    <message>
        <source>The password file cannot be read.</source>
        <translation>Le fichier du mot de passe ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Others can read the password file. Allow it to its owner alone: chmod 600 %1</source>
        <translation>D’autres peuvent lire le fichier du mot de passe. Réservez-le à son propriétaire&#xa0;: chmod 600 %1</translation>
    </message>
    <message>
        <source>Give --smtp or --mail-folder, not both.</source>
        <translation>Donnez --smtp ou --mail-folder, pas les deux.</translation>
    </message>
    <message>
        <source>The mail server&apos;s URL is not understood.</source>
        <translation>L’URL du serveur de messagerie n’est pas comprise.</translation>
    </message>
    <message>
        <source>Shows or sets what mails, letters and pages say on behalf of the company.</source>
        <translation>Montre ou règle ce que les e-mails, les lettres et les pages disent au nom de l’entreprise.</translation>
    </message>
    <message>
        <source>NAME is one of companyName, companyPhone, senderAddress, publicUrl, language and linkDays.</source>
        <translation>NAME est l’un de companyName, companyPhone, senderAddress, publicUrl, language et linkDays.</translation>
    </message>
    <message>
        <source>Settings are written NAME=VALUE.</source>
        <translation>Les réglages s’écrivent NOM=VALEUR.</translation>
    </message>
    <message>
        <source>connections to the database; 4 unless given, 1 on SQLite</source>
        <translation>connexions à la base de données&#xa0;; 4 par défaut, 1 avec SQLite</translation>
    </message>
    <message>
        <source>sqlite:FILE, postgresql:///name or postgresql://user@host:port/name?sslmode=…; otherwise ADDRESS_DESK_DATABASE</source>
        <translation>sqlite:FILE, postgresql:///name ou postgresql://user@host:port/name?sslmode=…&#xa0;; sinon ADDRESS_DESK_DATABASE</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln address(es)</source>
        <translation>
            <numerusform>%Ln adresse</numerusform>
            <numerusform>%Ln adresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>Filled in %1 with %2 and %3 of history.</source>
        <extracomment>%1 for example &quot;1 customer&quot;, %2 &quot;2 addresses&quot;, %3 &quot;9 events&quot;</extracomment>
        <translation>Base remplie&#xa0;: %1, %2, %3 d’historique.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln history(s)</source>
        <translation>
            <numerusform>%Ln historique</numerusform>
            <numerusform>%Ln historiques</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked %1 of %2 against %3.</source>
        <extracomment>%1 for example &quot;4 events&quot;, %2 &quot;1 history&quot;, %3 &quot;1 address&quot;</extracomment>
        <translation>Vérification faite&#xa0;: %1, %2, %3.</translation>
    </message>
    <message>
        <source>The address “%1” does not exist any more: another program deleted it.</source>
        <translation>L’adresse «&#xa0;%1&#xa0;» n’existe plus&#xa0;: un autre programme l’a supprimée.</translation>
    </message>
    <message>
        <source>The address “%1” was deleted by %2 %3. “address-deskctl restore %1” brings it back.</source>
        <extracomment>%2 a person, %3 for example &quot;on 3 March 2026 at 14:02&quot;</extracomment>
        <translation>L’adresse «&#xa0;%1&#xa0;» a été supprimée par %2 %3. «&#xa0;address-deskctl restore %1&#xa0;» la rétablit.</translation>
    </message>
    <message>
        <source>There is no address “%1”. ADDRESS is an address&apos;s key, which “find” prints first.</source>
        <translation>Il n’y a pas d’adresse «&#xa0;%1&#xa0;». ADDRESS est la clé d’une adresse, que «&#xa0;find&#xa0;» affiche en premier.</translation>
    </message>
    <message>
        <source>The option “%1” takes a whole number from %2 to %3.</source>
        <translation>L’option «&#xa0;%1&#xa0;» prend un nombre entier de %2 à %3.</translation>
    </message>
    <message>
        <source>ADDRESS is an address&apos;s key, which “find” prints first.</source>
        <translation>ADDRESS est la clé d’une adresse, que «&#xa0;find&#xa0;» affiche en premier.</translation>
    </message>
    <message>
        <source>ADDRESS is the key that the address had; “delete” printed it.</source>
        <translation>ADDRESS est la clé qu’avait l’adresse&#xa0;; «&#xa0;delete&#xa0;» l’a affichée.</translation>
    </message>
    <message>
        <source>the token of a safety mail&apos;s link; - reads it from standard input</source>
        <translation>le jeton du lien d’un e-mail de sécurité&#xa0;; - le lit sur l’entrée standard</translation>
    </message>
    <message>
        <source>Standard input holds no token.</source>
        <translation>L’entrée standard ne contient pas de jeton.</translation>
    </message>
    <message>
        <source>--smtp names a user, but no password was found: give --smtp-password-file or the systemd credential smtp-password.</source>
        <translation>--smtp nomme un utilisateur, mais aucun mot de passe n’a été trouvé&#xa0;: donnez --smtp-password-file ou l’accréditation systemd smtp-password.</translation>
    </message>
    <message>
        <source>No sender address is set, so no mail can be sent: set one with “address-deskctl settings senderAddress=…”.</source>
        <translation>Aucune adresse d’expéditeur n’est définie, donc aucun e-mail ne peut être envoyé&#xa0;: définissez-en une avec «&#xa0;address-deskctl settings senderAddress=…&#xa0;».</translation>
    </message>
    <message>
        <source>No company name is set, so mails do not say whom they are from: set it with “address-deskctl settings companyName=…”.</source>
        <translation>Aucun nom d’entreprise n’est défini, donc les e-mails ne disent pas de qui ils viennent&#xa0;: définissez-le avec «&#xa0;address-deskctl settings companyName=…&#xa0;».</translation>
    </message>
    <message>
        <source>No public URL is set, so mails have codes but no links: give --public-url, or set it with “address-deskctl settings publicUrl=…”.</source>
        <translation>Aucune URL publique n’est définie, donc les e-mails ont des codes mais pas de liens&#xa0;: donnez --public-url, ou définissez-la avec «&#xa0;address-deskctl settings publicUrl=…&#xa0;».</translation>
    </message>
    <message>
        <source>There is no setting “%1”. The settings are: %2.</source>
        <translation>Il n’y a pas de réglage «&#xa0;%1&#xa0;». Les réglages sont&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: a whole number from %2 to %3.</source>
        <translation>%1&#xa0;: un nombre entier de %2 à %3.</translation>
    </message>
    <message>
        <source>%1: one of %2, or nothing.</source>
        <extracomment>%2 a list of language codes: &quot;en, fr&quot;</extracomment>
        <translation>%1&#xa0;: une valeur parmi %2, ou rien.</translation>
    </message>
    <message>
        <source>%1: the address that customers open, for example https://addresses.example.com, or nothing.</source>
        <translation>%1&#xa0;: l’adresse que les clients ouvrent, par exemple https://addresses.example.com, ou rien.</translation>
    </message>
    <message>
        <source>%1: a plain e-mail address, for example addresses@example.com, or nothing.</source>
        <translation>%1&#xa0;: une adresse e-mail simple, par exemple addresses@example.com, ou rien.</translation>
    </message>
    <message>
        <source>%1: one line of at most %2 characters, without control characters.</source>
        <translation>%1&#xa0;: une seule ligne d’au plus %2 caractères, sans caractères de commande.</translation>
    </message>
    <message>
        <source>%1: a phone number, for example +33 1 23 45 67 89, of at most %2 characters, or nothing.</source>
        <translation>%1&#xa0;: un numéro de téléphone, par exemple +33 1 23 45 67 89, d’au plus %2 caractères, ou rien.</translation>
    </message>
    <message>
        <source>The address “%1” was deleted by %2 %3. It cannot be restored: its customer does not exist any more.</source>
        <translation>L’adresse «&#xa0;%1&#xa0;» a été supprimée par %2 %3. Elle ne peut pas être rétablie&#xa0;: son client n’existe plus.</translation>
    </message>
    <message>
        <source>It is not known whether the change was written: look with “address-deskctl history” before you make it again.</source>
        <translation>On ne sait pas si la modification a été écrite&#xa0;: regardez avec «&#xa0;address-deskctl history&#xa0;» avant de la refaire.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>La connexion à %1 a été perdue.</translation>
    </message>
    <message>
        <source>%1, which guards the history or its mails, is gone, switched off, changed or made for other tables. “address-deskctl init” renews it.</source>
        <translation>%1, qui protège l’historique ou ses messages, a disparu, est désactivé, a été modifié ou a été fait pour d’autres tables. «&#xa0;address-deskctl init&#xa0;» le renouvelle.</translation>
    </message>
    <message>
        <source>No differences in the histories.</source>
        <translation>Aucune différence dans les historiques.</translation>
    </message>
    <message>
        <source>This cannot be set back now. Nothing was written.</source>
        <translation>Le rétablissement n’est pas possible maintenant. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>With --override it is set back all the same.</source>
        <translation>Avec --override, c’est rétabli malgré tout.</translation>
    </message>
    <message>
        <source>Lists what happened to an address, newest first, and what can be set back.</source>
        <translation>Liste ce qui est arrivé à une adresse, du plus récent au plus ancien, et ce qui peut être rétabli.</translation>
    </message>
    <message>
        <source>Looks up and corrects customers&apos; addresses, with a history that can be set back.</source>
        <translation>Recherche et corrige des adresses de clients, avec un historique qui permet de revenir en arrière.</translation>
    </message>
    <message>
        <source>Set back what? Give one of EVENT, --save, --token and --code.</source>
        <translation>Rétablir quoi&#xa0;? Donnez l’un de EVENT, --save, --token et --code.</translation>
    </message>
    <message>
        <source>This code fits several changes, which is very rare. Nothing was written. Find the change in its address&apos;s “history”, and set it back by its EVENT.</source>
        <translation>Ce code correspond à plusieurs modifications, ce qui est très rare. Rien n’a été écrit. Recherchez la modification avec «&#xa0;history&#xa0;» de son adresse et rétablissez-la par son EVENT.</translation>
    </message>
    <message>
        <source>“address-deskctl verify” tells what happened meanwhile and left a difference.</source>
        <translation>«&#xa0;address-deskctl verify&#xa0;» dit ce qui est arrivé entre-temps en laissant une différence.</translation>
    </message>
</context>
<context>
    <name>CustomerSentences</name>
    <message>
        <source>The customer asked for it (code)</source>
        <extracomment>A reason in the history</extracomment>
        <translation>À la demande du client (code)</translation>
    </message>
    <message>
        <source>The customer asked for it (link)</source>
        <extracomment>A reason in the history</extracomment>
        <translation>À la demande du client (lien)</translation>
    </message>
    <message>
        <source>%1 restored an address.</source>
        <extracomment>%1 the customer&apos;s name</extracomment>
        <translation>%1 a restauré une adresse.</translation>
    </message>
    <message>
        <source>A customer set a change back at an address that is deleted now.</source>
        <translation>Un client a rétabli une valeur d’une adresse qui est maintenant supprimée.</translation>
    </message>
    <message>
        <source>%1 set %2 back.</source>
        <extracomment>%1 the customer&apos;s name, %2 a field&apos;s title in quotation marks</extracomment>
        <translation>%1 a rétabli %2.</translation>
    </message>
    <message>
        <source>%1 set %2 back (%3).</source>
        <extracomment>%1 the customer&apos;s name, %2 a field&apos;s title in quotation marks, %3 the address&apos;s label, for example &quot;Home&quot;</extracomment>
        <translation>%1 a rétabli %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) ask to set back what has changed since.</source>
        <translation>
            <numerusform>%n client demande de rétablir ce qui a changé depuis.</numerusform>
            <numerusform>%n clients demandent de rétablir ce qui a changé depuis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) set changes back.</source>
        <translation>
            <numerusform>%n client a rétabli des valeurs.</numerusform>
            <numerusform>%n clients ont rétabli des valeurs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 set %n field(s) back.</source>
        <extracomment>%1 the customer&apos;s name</extracomment>
        <translation>
            <numerusform>%1 a rétabli %n champ.</numerusform>
            <numerusform>%1 a rétabli %n champs.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 set changes back at several addresses.</source>
        <extracomment>%1 the customer&apos;s name</extracomment>
        <translation>%1 a rétabli des modifications de plusieurs adresses.</translation>
    </message>
    <message>
        <source>A customer asks to set %1 back at an address that is deleted now.</source>
        <extracomment>%1 a field&apos;s title in quotation marks</extracomment>
        <translation>Un client demande de rétablir %1 d’une adresse supprimée depuis.</translation>
    </message>
    <message>
        <source>%1 asks to set %2 back, but it has changed since.</source>
        <extracomment>%1 the customer&apos;s name, %2 a field&apos;s title in quotation marks</extracomment>
        <translation>%1 demande de rétablir %2, mais la valeur a changé depuis.</translation>
    </message>
    <message>
        <source>%1 asks to set %2 back (%3), but it has changed since.</source>
        <extracomment>%1 the customer&apos;s name, %2 a field&apos;s title in quotation marks, %3 the address&apos;s label, for example &quot;Home&quot;</extracomment>
        <translation>%1 demande de rétablir %2 (%3), mais la valeur a changé depuis.</translation>
    </message>
</context>
<context>
    <name>DeskOptions</name>
    <message>
        <source>Try: address-desk --help</source>
        <translation>Essayez&#xa0;: address-desk --help</translation>
    </message>
    <message>
        <source>Open this database: sqlite:FILE or postgresql://user@host:port/name?sslmode=…</source>
        <translation>Ouvrir cette base de données&#xa0;: sqlite:FILE ou postgresql://user@host:port/name?sslmode=…</translation>
    </message>
    <message>
        <source>Open the sample database with made-up customers.</source>
        <translation>Ouvrir la base d’exemple, aux clients inventés.</translation>
    </message>
    <message>
        <source>Go through the main job by itself on a sample and leave pictures of it in this folder.</source>
        <translation>Parcourir seul la tâche principale sur un exemple et en laisser des images dans ce dossier.</translation>
    </message>
    <message>
        <source>An SQLite file, or a URL.</source>
        <translation>Un fichier SQLite, ou une URL.</translation>
    </message>
    <message>
        <source>Only one database can be opened in a window.</source>
        <translation>Une fenêtre ne peut ouvrir qu’une seule base de données.</translation>
    </message>
    <message>
        <source>The database&apos;s URL is not understood: %1</source>
        <translation>L’URL de la base de données n’est pas comprise&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tell what the options do.</source>
        <translation>Expliquer les options.</translation>
    </message>
    <message>
        <source>Tell the version.</source>
        <translation>Donner la version.</translation>
    </message>
    <message>
        <source>The tour changes what it shows, so it makes a sample: no database can be named.</source>
        <translation>La visite modifie ce qu’elle montre, elle crée donc un exemple&#xa0;: aucune base de données ne peut être indiquée.</translation>
    </message>
    <message>
        <source>Correct customers&apos; addresses, with a history that can be set back.</source>
        <translation>Corriger les adresses des clients, avec un historique qui permet de revenir en arrière.</translation>
    </message>
</context>
<context>
    <name>HistoryMail</name>
    <message>
        <source>mail is being sent</source>
        <translation>e-mail en cours d’envoi</translation>
    </message>
    <message>
        <source>mail to the former address is being sent</source>
        <translation>e-mail à l’ancienne adresse en cours d’envoi</translation>
    </message>
    <message>
        <source>mail to the new address is being sent</source>
        <translation>e-mail à la nouvelle adresse en cours d’envoi</translation>
    </message>
    <message>
        <source>mail waits</source>
        <translation>e-mail en attente</translation>
    </message>
    <message>
        <source>mail to the former address waits</source>
        <translation>e-mail à l’ancienne adresse en attente</translation>
    </message>
    <message>
        <source>mail to the new address waits</source>
        <translation>e-mail à la nouvelle adresse en attente</translation>
    </message>
    <message numerus="yes">
        <source>%1 after %n failed attempt(s)</source>
        <extracomment>%1 for example &quot;mail waits&quot;</extracomment>
        <translation>
            <numerusform>%1 après %n échec</numerusform>
            <numerusform>%1 après %n échecs</numerusform>
        </translation>
    </message>
    <message>
        <source>letter printed %1</source>
        <extracomment>%1 for example &quot;at 14:02&quot;</extracomment>
        <translation>lettre imprimée (%1)</translation>
    </message>
    <message>
        <source>mailed %1 to %2</source>
        <extracomment>%1 for example &quot;at 14:02&quot;, %2 an e-mail address</extracomment>
        <translation>e-mail envoyé à %2 (%1)</translation>
    </message>
    <message>
        <source>mailed %1 to the former address %2</source>
        <translation>e-mail envoyé à l’ancienne adresse %2 (%1)</translation>
    </message>
    <message>
        <source>mailed %1 to the new address %2</source>
        <translation>e-mail envoyé à la nouvelle adresse %2 (%1)</translation>
    </message>
    <message>
        <source>mail failed</source>
        <translation>échec de l’e-mail</translation>
    </message>
    <message>
        <source>mail to the former address failed</source>
        <translation>échec de l’e-mail à l’ancienne adresse</translation>
    </message>
    <message>
        <source>mail to the new address failed</source>
        <translation>échec de l’e-mail à la nouvelle adresse</translation>
    </message>
    <message>
        <source>mail failed: %1</source>
        <extracomment>%1 why, for example &quot;recipient refused&quot;</extracomment>
        <translation>échec de l’e-mail&#xa0;: %1</translation>
    </message>
    <message>
        <source>mail to the former address failed: %1</source>
        <translation>échec de l’e-mail à l’ancienne adresse&#xa0;: %1</translation>
    </message>
    <message>
        <source>mail to the new address failed: %1</source>
        <translation>échec de l’e-mail à la nouvelle adresse&#xa0;: %1</translation>
    </message>
    <message>
        <source>Letter, because the customer has no e-mail address.</source>
        <translation>Lettre, car le client n’a pas d’adresse e-mail.</translation>
    </message>
    <message>
        <source>Mail to %1.</source>
        <extracomment>%1 an e-mail address</extracomment>
        <translation>E-mail à %1.</translation>
    </message>
    <message>
        <source>Mail to the former address %1.</source>
        <translation>E-mail à l’ancienne adresse %1.</translation>
    </message>
    <message>
        <source>Mail to the new address %1.</source>
        <translation>E-mail à la nouvelle adresse %1.</translation>
    </message>
    <message>
        <source>It waits to be sent.</source>
        <translation>Il attend d’être envoyé.</translation>
    </message>
    <message>
        <source>It is being sent.</source>
        <translation>Il est en cours d’envoi.</translation>
    </message>
    <message>
        <source>Printed: %1.</source>
        <translation>Imprimée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Sent: %1.</source>
        <translation>Envoyé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Given up: %1.</source>
        <translation>Abandonné&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Abandonné.</translation>
    </message>
    <message>
        <source>Cancelled: %1.</source>
        <translation>Annulé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>It has not been printed yet.</source>
        <translation>Elle n’est pas encore imprimée.</translation>
    </message>
    <message>
        <source>mail cancelled</source>
        <translation>e-mail annulé</translation>
    </message>
    <message>
        <source>mail to the former address cancelled</source>
        <translation>e-mail à l’ancienne adresse annulé</translation>
    </message>
    <message>
        <source>mail to the new address cancelled</source>
        <translation>e-mail à la nouvelle adresse annulé</translation>
    </message>
    <message>
        <source>no e-mail address: a letter is due</source>
        <translation>pas d’adresse e-mail&#xa0;: lettre à envoyer</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s).</source>
        <translation>
            <numerusform>%n tentative.</numerusform>
            <numerusform>%n tentatives.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next attempt: %1.</source>
        <translation>Prochaine tentative&#xa0;: %1.</translation>
    </message>
    <message>
        <source>page fetched %1</source>
        <extracomment>the page that a mail&apos;s link leads to: %1 for example &quot;at 14:02&quot;</extracomment>
        <translation>page consultée (%1)</translation>
    </message>
    <message>
        <source>%1: The page of the link was opened, by the customer or by a mail scanner. Nothing was changed by that.</source>
        <extracomment>%1 exact date and time</extracomment>
        <translation>%1&#xa0;: la page du lien a été ouverte, par le client ou par un filtre de messagerie. Cela n’a rien modifié.</translation>
    </message>
    <message>
        <source>mail to %2 written into the folder %1</source>
        <extracomment>it became a file and was sent to nobody: %1 for example &quot;at 14:02&quot;, %2 an e-mail address</extracomment>
        <translation>e-mail pour %2 écrit dans le dossier %1</translation>
    </message>
    <message>
        <source>mail to the former address %2 written into the folder %1</source>
        <translation>e-mail pour l’ancienne adresse %2 écrit dans le dossier %1</translation>
    </message>
    <message>
        <source>mail to the new address %2 written into the folder %1</source>
        <translation>e-mail pour la nouvelle adresse %2 écrit dans le dossier %1</translation>
    </message>
    <message>
        <source>Written into the folder: %1.</source>
        <translation>Écrit dans le dossier&#xa0;: %1.</translation>
    </message>
    <message>
        <source>at %1</source>
        <extracomment>when a mail was sent, on the day of the save: %1 time</extracomment>
        <translation>à %1</translation>
    </message>
    <message>
        <source>on %1 at %2</source>
        <extracomment>when a mail was sent, on another day than the save: %1 date, %2 time</extracomment>
        <translation>le %1 à %2</translation>
    </message>
    <message>
        <source>Mails go into %1.</source>
        <extracomment>%1 a path</extracomment>
        <translation>Les e-mails vont dans %1.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Reason: %1</source>
        <translation>Motif&#xa0;: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>This address is deleted.</source>
        <translation>Cette adresse est supprimée.</translation>
    </message>
    <message>
        <source>Now, %1: %2</source>
        <extracomment>the present value of one field: %1 the field&apos;s title, %2 its value in quotation marks</extracomment>
        <translation>Maintenant, %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Now: all fields are empty</source>
        <translation>Maintenant&#xa0;: tous les champs sont vides</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <extracomment>the address as it is: %1 the address on one line</extracomment>
        <translation>Maintenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <extracomment>%1 a field&apos;s title, %2 and %3 values in quotation marks</extracomment>
        <translation>%1&#xa0;: %2 remplacé par %3</translation>
    </message>
    <message>
        <source>%1 set back from %2 to %3</source>
        <extracomment>%1 a field&apos;s title, %2 and %3 values in quotation marks</extracomment>
        <translation>%1&#xa0;: %2 remplacé par %3 (rétablissement)</translation>
    </message>
    <message>
        <source>Address created: %1</source>
        <translation>Adresse créée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Address deleted: %1</source>
        <translation>Adresse supprimée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Address restored: %1</source>
        <translation>Adresse restaurée&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, by %2, %3.</source>
        <extracomment>for screen readers: %1 what happened, %2 who did it, %3 how long ago</extracomment>
        <translation>%1, par %2, %3.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>%1 exact date and time, %2 who did it</extracomment>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>at the foot of a save&apos;s card: %1 for example &quot;mailed at 14:02 to …&quot;, %2 &quot;page fetched at 14:05&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Address restored.</source>
        <translation>Adresse restaurée.</translation>
    </message>
    <message>
        <source>Set back.</source>
        <translation>Rétabli.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) set back.</source>
        <translation>
            <numerusform>%n champ rétabli.</numerusform>
            <numerusform>%n champs rétablis.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 set back to %2.</source>
        <extracomment>%1 a field&apos;s title, %2 its value in quotation marks</extracomment>
        <translation>%1&#xa0;: valeur %2 rétablie.</translation>
    </message>
    <message>
        <source>Nothing was set back.</source>
        <translation>Rien n’a été rétabli.</translation>
    </message>
    <message>
        <source>%1…</source>
        <extracomment>a button that opens a dialog: %1 is for example &quot;Set back to “Paris”&quot;</extracomment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a field&apos;s title, %2 a sentence that says why it cannot be set back</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Address deleted.</source>
        <translation>Adresse supprimée.</translation>
    </message>
</context>
<context>
    <name>LineEditButtons</name>
    <message>
        <source>Clear the text</source>
        <translation>Effacer le texte</translation>
    </message>
    <message>
        <source>Go to the text</source>
        <translation>Aller au texte</translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>Your address was changed</source>
        <translation>Votre adresse a été modifiée</translation>
    </message>
    <message>
        <source>A change to your address was put back</source>
        <translation>Une modification de votre adresse a été annulée</translation>
    </message>
    <message>
        <source>An address was added for you</source>
        <translation>Une adresse a été ajoutée pour vous</translation>
    </message>
    <message>
        <source>Your address was deleted</source>
        <translation>Votre adresse a été supprimée</translation>
    </message>
    <message>
        <source>Your address was restored</source>
        <translation>Votre adresse a été rétablie</translation>
    </message>
    <message>
        <source>An address that we have on file for you was changed. Please check whether this is right.</source>
        <translation>Une adresse que nous avons enregistrée pour vous a été modifiée. Veuillez vérifier que c’est exact.</translation>
    </message>
    <message>
        <source>This confirms that a change to one of your addresses was put back.</source>
        <translation>Nous vous confirmons qu’une modification de l’une de vos adresses a été annulée.</translation>
    </message>
    <message>
        <source>A new address is on file for you. Please check whether this is right.</source>
        <translation>Une nouvelle adresse est enregistrée pour vous. Veuillez vérifier que c’est exact.</translation>
    </message>
    <message>
        <source>An address that we had on file for you was deleted. Please check whether this is right.</source>
        <translation>Une adresse que nous avions enregistrée pour vous a été supprimée. Veuillez vérifier que c’est exact.</translation>
    </message>
    <message>
        <source>An address of yours that had been deleted is on file again.</source>
        <translation>L’une de vos adresses, qui avait été supprimée, est de nouveau enregistrée.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Phone code</source>
        <translation>Code téléphone</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Bonjour,</translation>
    </message>
    <message>
        <source>Hello %1,</source>
        <translation>Bonjour %1,</translation>
    </message>
    <message>
        <source>This message was sent automatically, as after every change to one of your addresses.</source>
        <translation>Ce message a été envoyé automatiquement, comme après chaque modification de l’une de vos adresses.</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translation>Ceci est un test</translation>
    </message>
    <message>
        <source>This is a test of Address Desk. When you can read it, mails to customers arrive as well. No address was changed.</source>
        <translation>Ceci est un test d’Address Desk. Si vous pouvez le lire, les messages aux clients arrivent aussi. Aucune adresse n’a été modifiée.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>The e-mail address that we have on file for you was changed. For your safety, this message also goes to your former one.</source>
        <translation>L’adresse électronique que nous avons enregistrée pour vous a été modifiée. Pour votre sécurité, ce message est aussi envoyé à l’ancienne.</translation>
    </message>
    <message>
        <source>This e-mail address is new on file for you. For your safety, this message leaves out what was on file before.</source>
        <translation>Cette adresse électronique est nouvellement enregistrée pour vous. Pour votre sécurité, ce message ne montre pas ce qui était enregistré auparavant.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>you, with the link from our e-mail</source>
        <translation>vous, avec le lien de notre message</translation>
    </message>
    <message>
        <source>our customer service</source>
        <translation>notre service clients</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Fait par</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>aucune valeur</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Put this back</source>
        <translation>Remettre comme avant</translation>
    </message>
    <message>
        <source>Restore this address</source>
        <translation>Rétablir cette adresse</translation>
    </message>
    <message>
        <source>Put all changes back</source>
        <translation>Tout remettre comme avant</translation>
    </message>
    <message>
        <source>Is everything right? Then there is nothing for you to do.</source>
        <translation>Tout est exact&#xa0;? Alors vous n’avez rien à faire.</translation>
    </message>
    <message>
        <source>Or call our customer service and read out the phone code.</source>
        <translation>Ou appelez notre service clients et lisez le code téléphone.</translation>
    </message>
    <message>
        <source>Or call us on %1 and read out the phone code.</source>
        <translation>Ou appelez-nous au %1 et lisez le code téléphone.</translation>
    </message>
    <message>
        <source>Is something wrong? Please call our customer service and read out the phone code.</source>
        <translation>Quelque chose ne va pas&#xa0;? Appelez notre service clients et lisez le code téléphone.</translation>
    </message>
    <message>
        <source>Is something wrong? Please call us on %1 and read out the phone code.</source>
        <translation>Quelque chose ne va pas&#xa0;? Appelez-nous au %1 et lisez le code téléphone.</translation>
    </message>
    <message>
        <source>Is something wrong? Please call our customer service.</source>
        <translation>Quelque chose ne va pas&#xa0;? Appelez notre service clients.</translation>
    </message>
    <message>
        <source>Is something wrong? Please call us on %1.</source>
        <translation>Quelque chose ne va pas&#xa0;? Appelez-nous au %1.</translation>
    </message>
    <message>
        <source>Is something wrong? A link in this message opens a page that asks you before anything is put back. It works until %1.</source>
        <extracomment>%1 is for example &quot;17 March 2026 at 14:02 (CET)&quot;</extracomment>
        <translation>Quelque chose ne va pas&#xa0;? Un lien de ce message ouvre une page qui vous demande confirmation avant toute remise en place. Il est valable jusqu’au %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One line of a mail: %1 what it is, %2 a value</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This letter was written automatically, as after every change to one of your addresses, because we know no e-mail address of yours.</source>
        <translation>Cette lettre a été rédigée automatiquement, comme après chaque modification de l’une de vos adresses, car nous ne connaissons pas votre adresse électronique.</translation>
    </message>
    <message>
        <source>For your safety it goes to the address as it was before the change.</source>
        <translation>Pour votre sécurité, elle est envoyée à l’adresse d’avant la modification.</translation>
    </message>
    <message>
        <source>you, with the link that we sent you</source>
        <translation>vous, avec le lien que nous vous avons envoyé</translation>
    </message>
    <message>
        <source>Is something wrong? Scan the square with your phone, or type the address below it into a browser. A page asks you before anything is put back. It works until %1.</source>
        <extracomment>%1 is for example &quot;17 March 2026 at 14:02 (CET)&quot;</extracomment>
        <translation>Quelque chose ne va pas&#xa0;? Scannez le carré avec votre téléphone, ou saisissez dans un navigateur l’adresse imprimée au-dessous. Une page vous demande confirmation avant toute remise en place. Le lien est valable jusqu’au %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s) changed; our customer service can tell you.</source>
        <translation>
            <numerusform>%n autre champ a été modifié&#xa0;; notre service clients peut vous le dire.</numerusform>
            <numerusform>%n autres champs ont été modifiés&#xa0;; notre service clients peut vous les dire.</numerusform>
        </translation>
    </message>
    <message>
        <source>not told here, for your safety</source>
        <translation>non indiqué ici, pour votre sécurité</translation>
    </message>
    <message>
        <source>This is a test of Address Desk. It was written into the folder %1 and sent to nobody, as mails to customers are. No address was changed.</source>
        <translation>Ceci est un essai d’Address Desk. Comme les messages aux clients, il a été écrit dans le dossier %1 et n’a été envoyé à personne. Aucune adresse n’a été modifiée.</translation>
    </message>
    <message>
        <source>The code works for as long as the change can be put back.</source>
        <translation>Le code fonctionne tant que la modification peut être annulée.</translation>
    </message>
</context>
<context>
    <name>MailSettingsRules</name>
    <message>
        <source>This is not an e-mail address, for example office@example.com.</source>
        <translation>Ce n’est pas une adresse e-mail, par exemple bureau@example.com.</translation>
    </message>
    <message>
        <source>This is not the address of a page, for example https://addresses.example.com.</source>
        <translation>Ce n’est pas l’adresse d’une page, par exemple https://adresses.example.com.</translation>
    </message>
    <message>
        <source>This is not a server&apos;s name, for example mail.example.com.</source>
        <translation>Ce n’est pas le nom d’un serveur, par exemple mail.example.com.</translation>
    </message>
    <message>
        <source>This is not a phone number, for example +33 1 23 45 67 89.</source>
        <translation>Ce n’est pas un numéro de téléphone, par exemple +33 1 23 45 67 89.</translation>
    </message>
</context>
<context>
    <name>MailTrouble</name>
    <message>
        <source>recipient refused</source>
        <translation>destinataire refusé</translation>
    </message>
    <message>
        <source>sender refused</source>
        <translation>expéditeur refusé</translation>
    </message>
    <message>
        <source>mail refused</source>
        <translation>e-mail refusé</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message>
        <source>server asks to wait</source>
        <translation>le serveur demande d’attendre</translation>
    </message>
    <message>
        <source>no connection to the server</source>
        <translation>pas de connexion au serveur</translation>
    </message>
    <message>
        <source>not an e-mail address</source>
        <translation>pas une adresse e-mail</translation>
    </message>
    <message>
        <source>content not readable</source>
        <translation>contenu illisible</translation>
    </message>
    <message>
        <source>The mail server asks to try again later.</source>
        <translation>Le serveur de messagerie demande de réessayer plus tard.</translation>
    </message>
    <message>
        <source>The mail server could not be reached, or the connection broke off.</source>
        <translation>Le serveur de messagerie était injoignable, ou la connexion a été interrompue.</translation>
    </message>
    <message>
        <source>What is on file as the customer&apos;s e-mail address is not one.</source>
        <translation>Ce qui est enregistré comme adresse e-mail du client n’en est pas une.</translation>
    </message>
    <message>
        <source>The mail could not be written: its content cannot be read.</source>
        <translation>L’e-mail n’a pas pu être écrit&#xa0;: son contenu est illisible.</translation>
    </message>
    <message>
        <source>The mail server&apos;s words: %1</source>
        <extracomment>%1 for example &quot;550 5.1.1 No such user&quot;</extracomment>
        <translation>Réponse du serveur de messagerie&#xa0;: %1</translation>
    </message>
    <message>
        <source>Technical details: %1</source>
        <extracomment>%1 for example &quot;Failed to connect to localhost port 25&quot;, in English</extracomment>
        <translation>Détails techniques&#xa0;: %1</translation>
    </message>
    <message>
        <source>The mail server does not accept %1 as a recipient for now, and asks to try again later.</source>
        <extracomment>%1 an e-mail address in quotation marks</extracomment>
        <translation>Le serveur de messagerie n’accepte pas %1 comme destinataire pour le moment et demande de réessayer plus tard.</translation>
    </message>
    <message>
        <source>The mail server does not accept %1 as a recipient.</source>
        <translation>Le serveur de messagerie n’accepte pas %1 comme destinataire.</translation>
    </message>
</context>
<context>
    <name>MailWording</name>
    <message>
        <source>at %1</source>
        <extracomment>Inside a sentence: a time of today</extracomment>
        <translation>à %1</translation>
    </message>
    <message>
        <source>Waiting; it is sent %1.</source>
        <translation>En attente&#xa0;; envoi %1.</translation>
    </message>
    <message>
        <source>Waiting to be sent.</source>
        <translation>En attente d’envoi.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s) in vain, again %1.</source>
        <translation>
            <numerusform>%n essai sans succès, nouvel essai %1.</numerusform>
            <numerusform>%n essais sans succès, nouvel essai %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s) in vain, again now.</source>
        <translation>
            <numerusform>%n essai sans succès, nouvel essai maintenant.</numerusform>
            <numerusform>%n essais sans succès, nouvel essai maintenant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Printed as a letter %1.</source>
        <translation>Imprimé en lettre %1.</translation>
    </message>
    <message>
        <source>Sent %1.</source>
        <extracomment>%1 is for example &quot;on 3 March 2026 at 14:02&quot;</extracomment>
        <translation>Envoyé %1.</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>Its links have expired.</source>
        <translation>Ses liens ont expiré.</translation>
    </message>
    <message>
        <source>The customer has no e-mail address: this is a letter.</source>
        <translation>Le client n’a pas d’adresse e-mail&#xa0;: c’est une lettre.</translation>
    </message>
    <message>
        <source>The mail is being sent at this very moment.</source>
        <translation>L’e-mail est en cours d’envoi en ce moment même.</translation>
    </message>
    <message>
        <source>The mail was sent already. It can be sent again.</source>
        <translation>L’e-mail a déjà été envoyé. Il peut être envoyé de nouveau.</translation>
    </message>
    <message>
        <source>The letter was printed already.</source>
        <translation>La lettre a déjà été imprimée.</translation>
    </message>
    <message>
        <source>The mail was sent already.</source>
        <translation>L’e-mail a déjà été envoyé.</translation>
    </message>
    <message>
        <source>The mail was given up: it is not sent any more.</source>
        <translation>L’envoi a été abandonné&#xa0;: l’e-mail ne partira plus.</translation>
    </message>
    <message>
        <source>The mail is cancelled already.</source>
        <translation>L’e-mail est déjà annulé.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>En cours d’envoi</translation>
    </message>
    <message>
        <source>Letter printed</source>
        <translation>Lettre imprimée</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Letter due</source>
        <translation>Lettre à envoyer</translation>
    </message>
    <message>
        <source>Being sent.</source>
        <translation>En cours d’envoi.</translation>
    </message>
    <message numerus="yes">
        <source>Given up %1 after %n attempt(s).</source>
        <translation>
            <numerusform>Abandonné %1 après %n essai.</numerusform>
            <numerusform>Abandonné %1 après %n essais.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled %1: the customer was not told.</source>
        <translation>Annulé %1&#xa0;: le client n’a pas été prévenu.</translation>
    </message>
    <message>
        <source>No e-mail address: a letter is due.</source>
        <translation>Pas d’adresse e-mail&#xa0;: une lettre est à envoyer.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>%n champ modifié</numerusform>
            <numerusform>%n champs modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Address created</source>
        <translation>Adresse créée</translation>
    </message>
    <message>
        <source>Address deleted</source>
        <translation>Adresse supprimée</translation>
    </message>
    <message>
        <source>Address restored</source>
        <translation>Adresse restaurée</translation>
    </message>
    <message>
        <source>The customer&apos;s e-mail address until lately.</source>
        <translation>L’ancienne adresse e-mail du client.</translation>
    </message>
    <message>
        <source>The customer&apos;s new e-mail address: told no earlier values.</source>
        <translation>La nouvelle adresse e-mail du client&#xa0;: sans les anciennes valeurs.</translation>
    </message>
    <message>
        <source>The mail was not sent yet.</source>
        <translation>L’e-mail n’a pas encore été envoyé.</translation>
    </message>
    <message>
        <source>Letters are for customers without an e-mail address.</source>
        <translation>Les lettres sont pour les clients sans adresse e-mail.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) due</source>
        <translation>
            <numerusform>%n lettre à envoyer</numerusform>
            <numerusform>%n lettres à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>The mail server took too long to answer.</source>
        <translation>Le serveur de messagerie a mis trop de temps à répondre.</translation>
    </message>
    <message>
        <source>The mail server refused the user name or the password.</source>
        <translation>Le serveur de messagerie a refusé le nom d’utilisateur ou le mot de passe.</translation>
    </message>
    <message>
        <source>The certificate of the mail server could not be verified, so nothing was sent.</source>
        <translation>Le certificat du serveur de messagerie n’a pas pu être vérifié&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The mail server does not offer the encryption that is set, so nothing was sent.</source>
        <translation>Le serveur de messagerie ne propose pas le chiffrement choisi&#xa0;: rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Mails cannot be written into the folder. Check that it is there and that you may write in it.</source>
        <translation>Les e-mails ne peuvent pas être écrits dans le dossier. Vérifiez qu’il existe et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>There is no space left where mails are written.</source>
        <translation>Il n’y a plus de place là où les e-mails sont écrits.</translation>
    </message>
    <message>
        <source>An e-mail address cannot be used: the sender&apos;s or the recipient&apos;s.</source>
        <translation>Une adresse e-mail est inutilisable&#xa0;: celle de l’expéditeur ou celle du destinataire.</translation>
    </message>
    <message>
        <source>The mail settings are not complete.</source>
        <translation>Les réglages des e-mails sont incomplets.</translation>
    </message>
    <message>
        <source>No keyring is available, or it is locked. The password is known only until the program ends.</source>
        <translation>Aucun trousseau n’est disponible, ou il est verrouillé. Le mot de passe n’est connu que jusqu’à la fermeture du programme.</translation>
    </message>
    <message>
        <source>Written into the folder %1, and sent to nobody.</source>
        <extracomment>%1 is for example &quot;on 3 March 2026 at 14:02&quot;</extracomment>
        <translation>Écrit dans le dossier %1, et envoyé à personne.</translation>
    </message>
    <message>
        <source>The mail is in the folder already. It can be sent again.</source>
        <translation>L’e-mail est déjà dans le dossier. Il peut être envoyé à nouveau.</translation>
    </message>
    <message>
        <source>The mail is in the folder already.</source>
        <translation>L’e-mail est déjà dans le dossier.</translation>
    </message>
    <message>
        <source>In the folder</source>
        <extracomment>How far a mail has come: it became a file in a folder, and was sent to nobody</extracomment>
        <translation>Dans le dossier</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <extracomment>What customers ask for and an operator has to decide</extracomment>
        <translation>
            <numerusform>%n demande</numerusform>
            <numerusform>%n demandes</numerusform>
        </translation>
    </message>
    <message>
        <source>It was due %1 and is late.</source>
        <extracomment>Of a mail that waits all the same: %1 is for example &quot;at 14:05&quot;</extracomment>
        <translation>Il devait partir %1 et a du retard.</translation>
    </message>
    <message>
        <source>tomorrow at %1</source>
        <extracomment>Inside a sentence: a time of tomorrow</extracomment>
        <translation>demain à %1</translation>
    </message>
    <message>
        <source>next try %1</source>
        <extracomment>In a list, of a mail that waits: %1 is for example &quot;at 14:05&quot;</extracomment>
        <translation>prochain essai %1</translation>
    </message>
    <message>
        <source>was due %1</source>
        <extracomment>In a list, of a mail that waits all the same: %1 is for example &quot;20 minutes ago&quot;</extracomment>
        <translation>prévu %1</translation>
    </message>
    <message>
        <source>next try now</source>
        <extracomment>In a list: the mail is sent as soon as it is its turn</extracomment>
        <translation>prochain essai maintenant</translation>
    </message>
    <message>
        <source>All of it was set back %1, so its links do nothing any more.</source>
        <extracomment>Of a mail about changes: %1 is for example &quot;on 3 March 2026 at 14:02&quot;</extracomment>
        <translation>Tout a été rétabli %1&#xa0;: ses liens n’ont plus d’effet.</translation>
    </message>
    <message>
        <source>A part of it was set back; until %1, its other links set back what has not been changed since.</source>
        <translation>Une partie a été rétablie&#xa0;; jusqu’au %1, ses autres liens rétablissent ce qui n’a pas été modifié depuis.</translation>
    </message>
    <message>
        <source>Until %1, its links set back what has not been changed since.</source>
        <extracomment>Of a mail about changes: %1 is a date</extracomment>
        <translation>Jusqu’au %1, ses liens rétablissent ce qui n’a pas été modifié depuis.</translation>
    </message>
    <message>
        <source>Address set back</source>
        <translation>Adresse rétablie</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) set back</source>
        <translation>
            <numerusform>%n champ rétabli</numerusform>
            <numerusform>%n champs rétablis</numerusform>
        </translation>
    </message>
    <message>
        <source>The mail server cannot be reached, or the connection broke off. Check its name and port, and the connection of this computer.</source>
        <translation>Le serveur de messagerie est injoignable, ou la connexion a été interrompue. Vérifiez son nom et son port, ainsi que la connexion de cet ordinateur.</translation>
    </message>
    <message>
        <source>The password of the mail server is not known.</source>
        <translation>Le mot de passe du serveur de messagerie n’est pas connu.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>The sample database is open.</source>
        <translation>La base d’exemple est ouverte.</translation>
    </message>
    <message>
        <source>Typing a name in “Search” finds the customer: %1.</source>
        <translation>Un nom saisi dans «&#xa0;Rechercher&#xa0;» trouve le client&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>moved, phoned</source>
        <translation>déménagé, au téléphone</translation>
    </message>
    <message>
        <source>The city is corrected: %1 becomes %2. Nothing is saved yet.</source>
        <translation>La ville est corrigée&#xa0;: %1 devient %2. Rien n’est encore enregistré.</translation>
    </message>
    <message>
        <source>Saved with a reason; the history tells of it.</source>
        <translation>Enregistré avec un motif&#xa0;; l’historique en témoigne.</translation>
    </message>
    <message>
        <source>A colleague has meanwhile changed the city to %1: the window asks, and keeps what was typed.</source>
        <translation>Un collègue a entre-temps remplacé la ville par %1&#xa0;: la fenêtre demande, et garde la saisie.</translation>
    </message>
    <message>
        <source>The typed value was kept; the history has both.</source>
        <translation>La valeur saisie a été gardée&#xa0;; l’historique a les deux.</translation>
    </message>
    <message>
        <source>One click on “Set back”: the city is %1 again, and the history has one more event.</source>
        <translation>Un clic sur « Rétablir »&#xa0;: la ville est de nouveau %1, et l’historique compte un événement de plus.</translation>
    </message>
</context>
<context>
    <name>RevertPage</name>
    <message>
        <source>Questions? Call %1.</source>
        <extracomment>%1 is a telephone number</extracomment>
        <translation>Des questions&#xa0;? Appelez le %1.</translation>
    </message>
    <message>
        <source>Your address was deleted on %1.</source>
        <translation>Votre adresse a été supprimée le %1.</translation>
    </message>
    <message>
        <source>Your address “%2” was deleted on %1.</source>
        <extracomment>%1 is a moment, %2 the customer&apos;s name for the address, for example &quot;Home&quot;</extracomment>
        <translation>Votre adresse «&#xa0;%2&#xa0;» a été supprimée le %1.</translation>
    </message>
    <message>
        <source>This was changed in your address on %1:</source>
        <translation>Voici ce qui a été modifié dans votre adresse le %1&#xa0;:</translation>
    </message>
    <message>
        <source>This was changed in your address “%2” on %1:</source>
        <extracomment>%1 is a moment, %2 the customer&apos;s name for the address, for example &quot;Home&quot;</extracomment>
        <translation>Voici ce qui a été modifié dans votre adresse «&#xa0;%2&#xa0;» le %1&#xa0;:</translation>
    </message>
    <message>
        <source>If this is right, you have nothing to do.</source>
        <translation>Si c’est exact, vous n’avez rien à faire.</translation>
    </message>
    <message>
        <source>Your address was deleted</source>
        <translation>Votre adresse a été supprimée</translation>
    </message>
    <message>
        <source>If it is not, you can bring the address back as it was.</source>
        <translation>Sinon, vous pouvez rétablir l’adresse telle qu’elle était.</translation>
    </message>
    <message>
        <source>Restore the address</source>
        <translation>Rétablir l’adresse</translation>
    </message>
    <message>
        <source>Your address was changed</source>
        <translation>Votre adresse a été modifiée</translation>
    </message>
    <message>
        <source>If it is not, you can put back what was there before.</source>
        <translation>Sinon, vous pouvez remettre ce qui y figurait avant.</translation>
    </message>
    <message>
        <source>For your protection this page does not show the address itself.</source>
        <translation>Pour votre protection, cette page n’affiche pas l’adresse elle-même.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Annuler la modification</translation>
    </message>
    <message>
        <source>Your address is restored</source>
        <translation>Votre adresse est rétablie</translation>
    </message>
    <message>
        <source>The address is there again, as it was. Thank you for telling us.</source>
        <translation>L’adresse est de nouveau là, telle qu’elle était. Merci de nous l’avoir signalé.</translation>
    </message>
    <message>
        <source>It is put back</source>
        <translation>La modification est annulée</translation>
    </message>
    <message>
        <source>Your address is as it was before this change. Thank you for telling us.</source>
        <translation>Votre adresse est de nouveau telle qu’avant cette modification. Merci de nous l’avoir signalé.</translation>
    </message>
    <message>
        <source>You can close this page.</source>
        <translation>Vous pouvez fermer cette page.</translation>
    </message>
    <message>
        <source>The address was restored before</source>
        <translation>L’adresse a déjà été rétablie</translation>
    </message>
    <message>
        <source>It was restored already.</source>
        <translation>Elle a déjà été rétablie.</translation>
    </message>
    <message>
        <source>It was restored on %1.</source>
        <translation>Elle a été rétablie le %1.</translation>
    </message>
    <message>
        <source>This change was put back before</source>
        <translation>Cette modification a déjà été annulée</translation>
    </message>
    <message>
        <source>It was put back already.</source>
        <translation>Elle a déjà été annulée.</translation>
    </message>
    <message>
        <source>It was put back on %1.</source>
        <translation>Elle a été annulée le %1.</translation>
    </message>
    <message>
        <source>You have nothing more to do.</source>
        <translation>Vous n’avez plus rien à faire.</translation>
    </message>
    <message>
        <source>This link has expired</source>
        <translation>Ce lien a expiré</translation>
    </message>
    <message>
        <source>It does not work any more.</source>
        <translation>Il ne fonctionne plus.</translation>
    </message>
    <message>
        <source>It worked until %1.</source>
        <translation>Il fonctionnait jusqu’au %1.</translation>
    </message>
    <message>
        <source>Nothing was put back. If something about your address is wrong, please contact us.</source>
        <translation>Rien n’a été annulé. Si quelque chose est inexact dans votre adresse, contactez-nous.</translation>
    </message>
    <message>
        <source>Your address was changed again after that.</source>
        <translation>Votre adresse a été modifiée de nouveau par la suite.</translation>
    </message>
    <message>
        <source>Your address was changed again on %1.</source>
        <translation>Votre adresse a été modifiée de nouveau le %1.</translation>
    </message>
    <message>
        <source>Changed again since</source>
        <translation>Modifiée de nouveau depuis</translation>
    </message>
    <message>
        <source>So this link cannot put anything back by itself. If something is wrong, ask us to look at it.</source>
        <translation>Ce lien ne peut donc rien annuler à lui seul. Si quelque chose est inexact, demandez-nous de vérifier.</translation>
    </message>
    <message>
        <source>Ask for a check</source>
        <translation>Demander une vérification</translation>
    </message>
    <message>
        <source>We will look at it</source>
        <translation>Nous allons vérifier</translation>
    </message>
    <message>
        <source>So nothing was put back. An operator will look at it. You have nothing more to do.</source>
        <translation>Rien n’a donc été annulé. Un opérateur va vérifier. Vous n’avez plus rien à faire.</translation>
    </message>
    <message>
        <source>We do not know this link</source>
        <translation>Nous ne connaissons pas ce lien</translation>
    </message>
    <message>
        <source>Perhaps it was not copied completely.</source>
        <translation>Il n’a peut-être pas été copié en entier.</translation>
    </message>
    <message>
        <source>Please open it straight from our mail, or contact us.</source>
        <translation>Ouvrez-le directement depuis notre message, ou contactez-nous.</translation>
    </message>
    <message>
        <source>This address does not exist any more</source>
        <translation>Cette adresse n’existe plus</translation>
    </message>
    <message>
        <source>It was deleted after this change, so nothing can be put back.</source>
        <translation>Elle a été supprimée après cette modification&#xa0;: rien ne peut être annulé.</translation>
    </message>
    <message>
        <source>There is nothing to put back</source>
        <translation>Il n’y a rien à annuler</translation>
    </message>
    <message>
        <source>We do not keep the data any more that this link was about.</source>
        <translation>Nous ne conservons plus les données auxquelles ce lien se rapportait.</translation>
    </message>
    <message>
        <source>There is no such page</source>
        <translation>Cette page n’existe pas</translation>
    </message>
    <message>
        <source>Please open the link straight from our mail.</source>
        <translation>Ouvrez le lien directement depuis notre message.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Trop de demandes</translation>
    </message>
    <message>
        <source>Please wait a minute, then open the link again.</source>
        <translation>Patientez une minute, puis ouvrez de nouveau le lien.</translation>
    </message>
    <message>
        <source>Please try again in a few minutes</source>
        <translation>Réessayez dans quelques minutes</translation>
    </message>
    <message>
        <source>We could not finish this just now. Open the link again a little later: it will tell you where things stand.</source>
        <translation>Nous n’avons pas pu terminer à l’instant. Ouvrez de nouveau le lien un peu plus tard&#xa0;: il vous dira où en sont les choses.</translation>
    </message>
    <message>
        <source>This request cannot be answered</source>
        <translation>Impossible de répondre à cette demande</translation>
    </message>
</context>
<context>
    <name>SchemaMapping</name>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Rue</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
</context>
<context>
    <name>SchemaStep</name>
    <message>
        <source>keep table %1 as it is</source>
        <translation>laisser la table %1 telle quelle</translation>
    </message>
    <message>
        <source>create table %1</source>
        <translation>créer la table %1</translation>
    </message>
    <message>
        <source>create index %1</source>
        <translation>créer l’index %1</translation>
    </message>
    <message>
        <source>create trigger %1</source>
        <translation>créer le déclencheur %1</translation>
    </message>
    <message>
        <source>create function %1</source>
        <translation>créer la fonction %1</translation>
    </message>
    <message>
        <source>record the version in table %1</source>
        <translation>noter la version dans la table %1</translation>
    </message>
    <message>
        <source>renew %1, which guards the history or its mails</source>
        <extracomment>%1 a trigger or function in the database</extracomment>
        <translation>renouveler %1, qui protège l’historique ou ses messages</translation>
    </message>
    <message>
        <source>do without column %1, which is not there</source>
        <extracomment>%1 for example addresses.label: the program works without this field</extracomment>
        <translation>se passer de la colonne %1, qui n’existe pas</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>the database</source>
        <translation>la base de données</translation>
    </message>
    <message>
        <source>A value is not allowed. Nothing was written.</source>
        <translation>Une valeur n’est pas autorisée. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>This request makes no sense here. Nothing was written.</source>
        <translation>Cette demande n’a pas de sens ici. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>It does not exist (any more). Nothing was written.</source>
        <translation>Cet élément n’existe pas ou plus. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The database does not accept this value: one of its own rules forbids it. Nothing was written.</source>
        <translation>La base de données refuse cette valeur&#xa0;: l’une de ses propres règles l’interdit. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The database took too long to answer. Nothing was written. Please try again.</source>
        <translation>La base de données a mis trop de temps à répondre. Rien n’a été écrit. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Stopped as asked. Nothing was written.</source>
        <translation>Arrêté à votre demande. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Others are changing this address at this very moment. Nothing was written. Please try again.</source>
        <translation>D’autres modifient cette adresse en ce moment même. Rien n’a été écrit. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>No keyring is available, or it is locked. The password is kept for this session only.</source>
        <translation>Aucun trousseau n’est disponible, ou il est verrouillé. Le mot de passe n’est gardé que pour cette session.</translation>
    </message>
    <message>
        <source>Something went wrong that the program did not expect. Nothing was written.</source>
        <translation>Un problème imprévu s’est produit. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>%1 is not a database file, or it is damaged. It was left as it is.</source>
        <translation>%1 n’est pas un fichier de base de données, ou il est endommagé. Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>The file of %1 is not there. It may have been moved or renamed.</source>
        <translation>Le fichier de %1 est introuvable. Il a peut-être été déplacé ou renommé.</translation>
    </message>
    <message>
        <source>%1 can only be read: the file, its folder or the server does not allow writing. Nothing was written.</source>
        <translation>%1 est en lecture seule&#xa0;: le fichier, son dossier ou le serveur n’autorise pas l’écriture. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Another program is holding %1. Nothing was written. Please try again when it has finished.</source>
        <translation>Un autre programme bloque %1. Rien n’a été écrit. Veuillez réessayer quand il aura terminé.</translation>
    </message>
    <message>
        <source>There is no space left where %1 is stored. Nothing was written. Make room, then try again.</source>
        <translation>Il n’y a plus de place là où se trouve %1. Rien n’a été écrit. Faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>%1 has no tables for Address Desk yet.</source>
        <translation>%1 n’a pas encore de tables pour Address Desk.</translation>
    </message>
    <message>
        <source>The tables of %1 are not laid out as Address Desk needs them. They were left as they are.</source>
        <translation>Les tables de %1 ne conviennent pas à Address Desk. Elles ont été laissées telles quelles.</translation>
    </message>
    <message>
        <source>%1 was set up by a newer version of Address Desk. Please update this program; the database was left as it is.</source>
        <translation>%1 a été préparée par une version plus récente d’Address Desk. Veuillez mettre ce programme à jour&#xa0;; la base de données a été laissée telle quelle.</translation>
    </message>
    <message>
        <source>The server of %1 cannot be reached. Check its name and port, and whether it is running.</source>
        <translation>Le serveur de %1 est injoignable. Vérifiez son nom, son port et qu’il fonctionne.</translation>
    </message>
    <message>
        <source>The connection to %1 is gone. What you typed is kept; the program keeps trying to connect again.</source>
        <translation>La connexion à %1 est perdue. Votre saisie est gardée&#xa0;; le programme essaie de se reconnecter.</translation>
    </message>
    <message>
        <source>The server of %1 refused the user name or the password.</source>
        <translation>Le serveur de %1 a refusé le nom d’utilisateur ou le mot de passe.</translation>
    </message>
    <message>
        <source>The server of %1 asks for a password.</source>
        <translation>Le serveur de %1 demande un mot de passe.</translation>
    </message>
    <message>
        <source>Your user of %1 may not do this. Ask the database&apos;s administrator for the right. Nothing was written.</source>
        <translation>Votre utilisateur de %1 n’a pas ce droit. Demandez-le à l’administrateur de la base de données. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The server of %1 does not offer encryption (TLS), but this connection requires it. Nothing was sent.</source>
        <translation>Le serveur de %1 ne propose pas de chiffrement (TLS), mais cette connexion l’exige. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The certificate of the server of %1 could not be verified, so no password was sent.</source>
        <translation>Le certificat du serveur de %1 n’a pas pu être vérifié&#xa0;; aucun mot de passe n’a été envoyé.</translation>
    </message>
    <message>
        <source>The value has been changed outside Address Desk since.</source>
        <translation>La valeur a été modifiée depuis, hors d’Address Desk.</translation>
    </message>
    <message>
        <source>Changed again by %1 %2.</source>
        <translation>Modifié de nouveau par %1 %2.</translation>
    </message>
    <message>
        <source>The SQLite driver is not installed. On Debian: install the package libqt6sql6-sqlite.</source>
        <translation>Le pilote SQLite n’est pas installé. Sous Debian&#xa0;: installez le paquet libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The PostgreSQL driver is not installed. On Debian: install the package libqt6sql6-psql.</source>
        <translation>Le pilote PostgreSQL n’est pas installé. Sous Debian&#xa0;: installez le paquet libqt6sql6-psql.</translation>
    </message>
    <message>
        <source>%1: the text is too long (%2 characters, %3 are allowed).</source>
        <translation>%1&#xa0;: le texte est trop long (%2 caractères, %3 au plus).</translation>
    </message>
    <message>
        <source>%1: a line break (%2) is not allowed; the value has to be a single line.</source>
        <translation>%1&#xa0;: un saut de ligne (%2) n’est pas autorisé&#xa0;; la valeur doit tenir sur une seule ligne.</translation>
    </message>
    <message>
        <source>%1: the invisible control character %2 is not allowed.</source>
        <translation>%1&#xa0;: le caractère de contrôle invisible %2 n’est pas autorisé.</translation>
    </message>
    <message>
        <source>%1: half of a character (the lone surrogate %2) is not allowed.</source>
        <translation>%1&#xa0;: une moitié de caractère (le demi-codet isolé %2) n’est pas autorisée.</translation>
    </message>
    <message>
        <source>%1: the invisible character %2 is not allowed: it can make a text read as another.</source>
        <translation>%1&#xa0;: le caractère invisible %2 n’est pas autorisé&#xa0;: il peut faire lire un texte pour un autre.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauration</translation>
    </message>
    <message>
        <source>Restored by %1 %2.</source>
        <translation>Restaurée par %1 %2.</translation>
    </message>
    <message>
        <source>The address exists again.</source>
        <translation>L’adresse existe de nouveau.</translation>
    </message>
    <message>
        <source>The address does not exist any more.</source>
        <translation>L’adresse n’existe plus.</translation>
    </message>
    <message>
        <source>The field already has its earlier value again.</source>
        <translation>Le champ a déjà retrouvé sa valeur d’avant.</translation>
    </message>
    <message>
        <source>The address was deleted by %1 %2. Restore it first.</source>
        <translation>L’adresse a été supprimée par %1 %2. Restaurez-la d’abord.</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>(aucune valeur)</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Delete this address again</source>
        <translation>Supprimer cette adresse</translation>
    </message>
    <message>
        <source>Restore this address</source>
        <translation>Restaurer cette adresse</translation>
    </message>
    <message>
        <source>Set back to %1</source>
        <extracomment>%1 is a value in quotation marks, or the words &quot;no value&quot; or &quot;empty&quot;</extracomment>
        <translation>Rétablir %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a customer in a list: %1 last name, %2 first name</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Customer without a name</source>
        <translation>Client sans nom</translation>
    </message>
    <message>
        <source>This has changed in the meantime. Nothing was done.</source>
        <translation>Cela a changé entre-temps. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Too many wrong codes. Please wait a minute and read the code once more.</source>
        <translation>Trop de codes erronés. Veuillez attendre une minute et relire le code.</translation>
    </message>
    <message>
        <source>The link has expired.</source>
        <translation>Le lien a expiré.</translation>
    </message>
    <message>
        <source>the customer</source>
        <extracomment>who set something back, in the place of an operator&apos;s name: &quot;set back by %1&quot;</extracomment>
        <translation>le client</translation>
    </message>
    <message>
        <source>Deleted again by %1 %2.</source>
        <extracomment>of a deletion that had been undone: %1 is a person, %2 a time</extracomment>
        <translation>Supprimée de nouveau par %1 %2.</translation>
    </message>
    <message>
        <source>Set again by %1 %2.</source>
        <translation>Remise en vigueur par %1 %2.</translation>
    </message>
    <message>
        <source>Delete this address</source>
        <translation>Supprimer cette adresse</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a customer in a sentence: %1 first name, %2 last name</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The server has no database %1. Check how its name is spelled, or create the database first.</source>
        <translation>Le serveur n’a pas de base de données %1. Vérifiez l’orthographe de son nom, ou créez d’abord la base.</translation>
    </message>
    <message>
        <source>%1 cannot be written now: another user&apos;s program has left a file beside it that you may not write, %2. Nothing was written. Ask that user or an administrator to let you write it; do not delete it.</source>
        <extracomment>%1 a database, %2 a file with its owner, for example &quot;/srv/desk.sqlite-wal (marie)&quot;</extracomment>
        <translation>%1 ne peut pas être modifié pour l’instant&#xa0;: le programme d’un autre utilisateur a laissé à côté un fichier que vous ne pouvez pas modifier, %2. Rien n’a été écrit. Demandez à cet utilisateur ou à un administrateur de vous laisser le modifier&#xa0;; ne le supprimez pas.</translation>
    </message>
    <message>
        <source>The file of %1 may not be read: you have no right to it, or to a folder on the way to it. Ask whoever owns it for the right.</source>
        <translation>Le fichier de %1 ne peut pas être lu&#xa0;: vous n’avez pas de droit sur lui, ou sur un dossier du chemin. Demandez ce droit à son propriétaire.</translation>
    </message>
    <message>
        <source>There are no customers in this database yet, and every address belongs to one. Your company&apos;s own program writes them into the table “%1”; their addresses are corrected here.</source>
        <extracomment>%1 the name of a table</extracomment>
        <translation>Cette base de données ne contient pas encore de clients, et chaque adresse appartient à un client. Le logiciel de votre entreprise les inscrit dans la table «&#xa0;%1&#xa0;»&#xa0;; leurs adresses se corrigent ici.</translation>
    </message>
    <message>
        <source>%1 is empty: mail to this address may not arrive.</source>
        <extracomment>%1 is the title of a field</extracomment>
        <translation>%1&#xa0;: champ vide, le courrier à cette adresse risque de ne pas arriver.</translation>
    </message>
    <message>
        <source>This change cannot be set back now. Nothing was written.</source>
        <translation>Le rétablissement n’est pas possible maintenant. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Set back by %1 %2.</source>
        <translation>Rétabli par %1 %2.</translation>
    </message>
    <message>
        <source>Another value was set back by %1 %2.</source>
        <translation>Une autre valeur a été rétablie par %1 %2.</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>Rétablissement</translation>
    </message>
    <message>
        <source>Can be set back.</source>
        <translation>Rétablissement possible.</translation>
    </message>
    <message>
        <source>The table has no such field now, so it cannot be set back.</source>
        <translation>La table n’a plus ce champ&#xa0;: rétablissement impossible.</translation>
    </message>
    <message>
        <source>%1 are empty: mail to this address may not arrive.</source>
        <extracomment>%1 are the titles of fields: &quot;Postal code and City&quot;</extracomment>
        <translation>%1&#xa0;: champs vides, le courrier à cette adresse risque de ne pas arriver.</translation>
    </message>
    <message>
        <source>The mail server does not accept the recipient&apos;s address.</source>
        <translation>Le serveur de messagerie n’accepte pas l’adresse du destinataire.</translation>
    </message>
    <message>
        <source>The mail server does not accept mails from the sender&apos;s address.</source>
        <translation>Le serveur de messagerie n’accepte pas d’e-mails de l’adresse de l’expéditeur.</translation>
    </message>
    <message>
        <source>The mail server refused this mail.</source>
        <translation>Le serveur de messagerie a refusé cet e-mail.</translation>
    </message>
    <message>
        <source>The mail server answered, but it takes no mails from this computer now.</source>
        <translation>Le serveur de messagerie a répondu, mais il n’accepte actuellement aucun e-mail de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>TimeWording</name>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>A date inside a sentence, in Qt&apos;s date format: day, full month name, year</extracomment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a %n minute</numerusform>
            <numerusform>il y a %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>aujourd’hui à %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation>hier à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <extracomment>%1 date, %2 time to the second, %3 time zone</extracomment>
        <translation>%1 à %2 (%3)</translation>
    </message>
    <message>
        <source>on %1 at %2</source>
        <extracomment>Inside a sentence: %1 date, %2 time</extracomment>
        <translation>le %1 à %2</translation>
    </message>
</context>
<context>
    <name>TlsModes</name>
    <message>
        <source>Automatic: required, except on this computer</source>
        <translation>Automatique&#xa0;: exigé, sauf sur cet ordinateur</translation>
    </message>
    <message>
        <source>Required, check certificate and name (verify-full)</source>
        <translation>Exigé, certificat et nom vérifiés (verify-full)</translation>
    </message>
    <message>
        <source>Required, check certificate (verify-ca)</source>
        <translation>Exigé, certificat vérifié (verify-ca)</translation>
    </message>
    <message>
        <source>Required, check nothing (require)</source>
        <translation>Exigé, rien n’est vérifié (require)</translation>
    </message>
    <message>
        <source>Where the server offers it (prefer)</source>
        <translation>Si le serveur le propose (prefer)</translation>
    </message>
    <message>
        <source>Only where the server insists (allow)</source>
        <translation>Seulement si le serveur l’exige (allow)</translation>
    </message>
    <message>
        <source>Never: all can be read on the way (disable)</source>
        <translation>Jamais&#xa0;: tout est lisible en chemin (disable)</translation>
    </message>
</context>
<context>
    <name>addressdesk::AboutDialog</name>
    <message>
        <source>About Address Desk</source>
        <translation>À propos d’Address Desk</translation>
    </message>
    <message>
        <source>Address Desk</source>
        <translation>Address Desk</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, avec Qt %2</translation>
    </message>
    <message>
        <source>Corrects customers&apos; addresses, with a history in which every change can be set back.</source>
        <translation>Corrige les adresses des clients, avec un historique qui permet de revenir sur chaque modification.</translation>
    </message>
    <message>
        <source>Address Desk is free software under the MIT licence. It uses Qt 6 (LGPL 3), QtKeychain (BSD), libcurl (curl), GNU libmicrohttpd (LGPL 2.1), libqrencode (LGPL 2.1), tl::expected (CC0), SQLite (public domain) and libpq (PostgreSQL licence). The sample&apos;s places come from INSEE and La Poste (Licence Ouverte 2.0), GeoNames (CC BY 4.0) and federalgovernmentzipcodes.us (public domain).</source>
        <translation>Address Desk est un logiciel libre sous licence MIT. Il utilise Qt 6 (LGPL 3), QtKeychain (BSD), libcurl (curl), GNU libmicrohttpd (LGPL 2.1), libqrencode (LGPL 2.1), tl::expected (CC0), SQLite (domaine public) et libpq (licence PostgreSQL). Les lieux de l’exemple viennent de l’INSEE et de La Poste (Licence Ouverte 2.0), de GeoNames (CC BY 4.0) et de federalgovernmentzipcodes.us (domaine public).</translation>
    </message>
</context>
<context>
    <name>addressdesk::AddressCells</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>%1: loading</source>
        <translation>%1&#xa0;: chargement</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A cell for screen readers: %1 column, %2 value</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2, cannot be saved, was %3</source>
        <extracomment>A cell for screen readers: %1 column, %2 text that is refused, %3 value before the edit</extracomment>
        <translation>%1&#xa0;: %2, ne peut pas être enregistré, avant&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1: %2, edited, was %3</source>
        <extracomment>A cell for screen readers: %1 column, %2 new value, %3 value before the edit</extracomment>
        <translation>%1&#xa0;: %2, modifié, avant&#xa0;: %3</translation>
    </message>
    <message>
        <source>Cannot be saved like this. %1 Was %2.</source>
        <extracomment>%1 is a sentence that says why, %2 a value in quotation marks</extracomment>
        <translation>Ne peut pas être enregistré tel quel. %1 Avant&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Not saved yet. Was %1.</source>
        <extracomment>%1 is a value in quotation marks</extracomment>
        <translation>Pas encore enregistré. Avant&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not saved yet. Was %1; somebody else has meanwhile changed it to %2.</source>
        <translation>Pas encore enregistré. Avant&#xa0;: %1&#xa0;; quelqu’un d’autre l’a remplacé entre-temps par %2.</translation>
    </message>
</context>
<context>
    <name>addressdesk::AddressForm</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>No e-mail address: changes are told by letter</source>
        <translation>Pas d’adresse e-mail&#xa0;: les modifications sont annoncées par lettre</translation>
    </message>
</context>
<context>
    <name>addressdesk::AddressGrid</name>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>addressdesk::AddressLifecycle</name>
    <message>
        <source>This customer does not exist any more. Please choose another one.</source>
        <translation>Ce client n’existe plus. Veuillez en choisir un autre.</translation>
    </message>
    <message>
        <source>Delete the address?</source>
        <translation>Supprimer l’adresse&#xa0;?</translation>
    </message>
    <message>
        <source>The address of %1 has unsaved edits. Deleting it discards them.</source>
        <translation>L’adresse du client %1 a des modifications non enregistrées. La supprimer les abandonne.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Somebody else has already deleted this address.</source>
        <translation>Quelqu’un d’autre a déjà supprimé cette adresse.</translation>
    </message>
    <message>
        <source>Somebody else has just changed this address, so it was not deleted. Look at it as it is now, then delete it if you still want to.</source>
        <translation>Quelqu’un d’autre vient de modifier cette adresse&#xa0;; elle n’a donc pas été supprimée. Regardez-la telle qu’elle est maintenant, puis supprimez-la si vous le voulez toujours.</translation>
    </message>
    <message>
        <source>The address could not be restored.</source>
        <translation>L’adresse n’a pas pu être restaurée.</translation>
    </message>
    <message>
        <source>The address of %1 has been deleted: %2</source>
        <extracomment>%1 the customer&apos;s name, %2 the address on one line</extracomment>
        <translation>L’adresse de %1 a été supprimée&#xa0;: %2</translation>
    </message>
    <message>
        <source>What was deleted before is among the deleted addresses.</source>
        <translation>L’adresse supprimée juste avant se trouve parmi les adresses supprimées.</translation>
    </message>
    <message>
        <source>D&amp;eleted addresses…</source>
        <translation>Adresses sup&amp;primées…</translation>
    </message>
    <message>
        <source>Address created for %1.</source>
        <extracomment>%1 the customer&apos;s name</extracomment>
        <translation>Adresse créée pour %1.</translation>
    </message>
    <message>
        <source>A letter that tells them waits in the outbox to be printed.</source>
        <translation>Une lettre qui l’en informe attend d’être imprimée dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>The mail that tells them is in the outbox.</source>
        <translation>L’e-mail qui l’en informe est dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>Rien n’a été annulé.</translation>
    </message>
</context>
<context>
    <name>addressdesk::AddressNews</name>
    <message>
        <source>&amp;Try again</source>
        <translation>Réessa&amp;yer</translation>
    </message>
    <message>
        <source>Somebody else has deleted the address that was shown here.</source>
        <translation>Quelqu’un d’autre a supprimé l’adresse affichée ici.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Res&amp;taurer</translation>
    </message>
</context>
<context>
    <name>addressdesk::CardPainter</name>
    <message>
        <source>now</source>
        <extracomment>the address as it is now, on top of its history</extracomment>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>· %1</source>
        <extracomment>who made a change, after the time: &quot;today at 14:02 · marie&quot;</extracomment>
        <translation>· %1</translation>
    </message>
</context>
<context>
    <name>addressdesk::ChosenChange</name>
    <message>
        <source>To set a whole save back, show the changes of all fields first.</source>
        <translation>Pour revenir sur tout un enregistrement, affichez d’abord les modifications de tous les champs.</translation>
    </message>
</context>
<context>
    <name>addressdesk::CodeMatchView</name>
    <message>
        <source>A deleted address</source>
        <translation>Une adresse supprimée</translation>
    </message>
    <message>
        <source>Deleted %1 by %2.</source>
        <translation>Supprimée %1 par %2.</translation>
    </message>
    <message>
        <source>Changed %1 by %2.</source>
        <extracomment>%1 for example &quot;on 3 March 2026 at 14:02&quot;, %2 a person</extracomment>
        <translation>Modifiée %1 par %2.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motif&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Tout cocher</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>A code does not overwrite a later value. At the address you can set the change back all the same, if that is what the customer wants.</source>
        <translation>Un code n’écrase pas une valeur plus récente. Depuis l’adresse, vous pouvez tout de même rétablir l’ancienne valeur, si c’est ce que le client souhaite.</translation>
    </message>
</context>
<context>
    <name>addressdesk::ColumnsMenu</name>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Colonnes</translation>
    </message>
    <message>
        <source>Show &amp;all columns</source>
        <translation>&amp;Afficher toutes les colonnes</translation>
    </message>
    <message>
        <source>&amp;Fit columns to the window</source>
        <translation>A&amp;juster les colonnes à la fenêtre</translation>
    </message>
</context>
<context>
    <name>addressdesk::ConflictDialog</name>
    <message>
        <source>All &amp;theirs</source>
        <translation>Toutes les &amp;leurs</translation>
    </message>
    <message>
        <source>All &amp;mine</source>
        <translation>Toutes les &amp;miennes</translation>
    </message>
    <message>
        <source>&amp;Save these values</source>
        <translation>&amp;Enregistrer ces valeurs</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Plus tard</translation>
    </message>
    <message>
        <source>What you typed stays, unsaved</source>
        <translation>Votre saisie reste là, non enregistrée</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>You saw</source>
        <translation>Valeur vue</translation>
    </message>
    <message>
        <source>Now saved (theirs)</source>
        <translation>Enregistrée (la leur)</translation>
    </message>
    <message>
        <source>You typed (mine)</source>
        <translation>Saisie (la mienne)</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to decide</source>
        <translation>
            <numerusform>%n champ à trancher</numerusform>
            <numerusform>%n champs à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While you were editing, somebody else changed the same %n field(s) of the address of %1. Nothing has been saved yet. Which value shall stay?</source>
        <translation>
            <numerusform>Pendant votre saisie, quelqu’un d’autre a modifié le même champ de l’adresse du client %1. Rien n’est encore enregistré. Quelle valeur doit rester&#xa0;?</numerusform>
            <numerusform>Pendant votre saisie, quelqu’un d’autre a modifié les mêmes %n champs de l’adresse du client %1. Rien n’est encore enregistré. Quelles valeurs doivent rester&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While you were editing, %2 changed the same %n field(s) of the address of %1 (%3). Nothing has been saved yet. Which value shall stay?</source>
        <extracomment>%1 a customer&apos;s name, %2 who did it: &quot;marie&quot;, &quot;marie and paul&quot;; %3 when: &quot;5 minutes ago&quot;</extracomment>
        <translation>
            <numerusform>Pendant votre saisie, %2 a modifié le même champ de l’adresse du client %1 (%3). Rien n’est encore enregistré. Quelle valeur doit rester&#xa0;?</numerusform>
            <numerusform>Pendant votre saisie, les mêmes %n champs de l’adresse du client %1 ont été modifiés par %2 (%3). Rien n’est encore enregistré. Quelles valeurs doivent rester&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Modifié entre-temps</translation>
    </message>
</context>
<context>
    <name>addressdesk::ConflictRow</name>
    <message>
        <source>%1: take theirs, %2</source>
        <extracomment>For screen readers: %1 a field, %2 a value in quotation marks</extracomment>
        <translation>%1&#xa0;: prendre la leur, %2</translation>
    </message>
    <message>
        <source>%1: keep mine, %2</source>
        <extracomment>For screen readers: %1 a field, %2 a value in quotation marks</extracomment>
        <translation>%1&#xa0;: garder la mienne, %2</translation>
    </message>
</context>
<context>
    <name>addressdesk::ConnectDialog</name>
    <message>
        <source>Connect to PostgreSQL</source>
        <translation>Connexion à PostgreSQL</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Recent servers</source>
        <translation>Serveurs récents</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Autre serveur</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion en cours</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Se co&amp;nnecter</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Rece&amp;nt:</source>
        <translation>Ré&amp;cents&#xa0;:</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop connecting</source>
        <translation>Arrêter la connexion</translation>
    </message>
    <message>
        <source>The connection works: %1, as %2.</source>
        <extracomment>%1 for example &quot;PostgreSQL 15.5&quot;, %2 a user name</extracomment>
        <translation>La connexion fonctionne&#xa0;: %1, en tant que %2.</translation>
    </message>
    <message>
        <source>It is encrypted.</source>
        <translation>Elle est chiffrée.</translation>
    </message>
    <message>
        <source>It is not encrypted.</source>
        <translation>Elle n’est pas chiffrée.</translation>
    </message>
    <message>
        <source>The server allows reading only.</source>
        <translation>Le serveur n’autorise que la lecture.</translation>
    </message>
    <message>
        <source>The tables for Address Desk are not there yet; you are asked before they are created.</source>
        <translation>Les tables d’Address Desk n’existent pas encore&#xa0;; une question vous sera posée avant leur création.</translation>
    </message>
</context>
<context>
    <name>addressdesk::ConnectForm</name>
    <message>
        <source>Please type the server&apos;s name.</source>
        <translation>Veuillez saisir le nom du serveur.</translation>
    </message>
    <message>
        <source>Please type your user name.</source>
        <translation>Veuillez saisir votre nom d’utilisateur.</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Serveur&#xa0;:</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>for example db.example.com</source>
        <translation>par exemple db.example.com</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Database:</source>
        <translation>&amp;Base de données&#xa0;:</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>as the user, when left empty</source>
        <translation>comme l’utilisateur, si laissé vide</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Remember in the keyring</source>
        <translation>&amp;Garder dans le trousseau</translation>
    </message>
    <message>
        <source>Remember in the keyring</source>
        <translation>Garder dans le trousseau</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>C&amp;hiffrement&#xa0;:</translation>
    </message>
    <message>
        <source>File of trusted certificates</source>
        <translation>Fichier des certificats de confiance</translation>
    </message>
    <message>
        <source>the system&apos;s, when left empty</source>
        <translation>ceux du système, si laissé vide</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Browse for a file of trusted certificates</source>
        <translation>Chercher un fichier de certificats de confiance</translation>
    </message>
    <message>
        <source>Root certi&amp;ficate:</source>
        <translation>Certificat &amp;racine&#xa0;:</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificats (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>This cannot be a server&apos;s name. Please correct it.</source>
        <translation>Ce ne peut pas être le nom d’un serveur. Veuillez le corriger.</translation>
    </message>
</context>
<context>
    <name>addressdesk::ConnectionController</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Bases &amp;récentes</translation>
    </message>
    <message>
        <source>Open database</source>
        <translation>Ouvrir une base de données</translation>
    </message>
    <message>
        <source>Databases (*.sqlite *.sqlite3 *.db)</source>
        <translation>Bases de données (*.sqlite *.sqlite3 *.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>New database</source>
        <translation>Nouvelle base de données</translation>
    </message>
    <message>
        <source>No database was opened yet</source>
        <translation>Aucune base ouverte jusqu’ici</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Vider cette liste</translation>
    </message>
    <message>
        <source>%1 is there already and was left as it is. Choose another name, or open it with File → Open database.</source>
        <translation>%1 existe déjà et a été laissé tel quel. Choisissez un autre nom, ou ouvrez-le avec Fichier → Ouvrir une base de données.</translation>
    </message>
</context>
<context>
    <name>addressdesk::ConnectionNews</name>
    <message>
        <source>The database is being opened…</source>
        <translation>Ouverture de la base de données…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>Connexion rétablie.</translation>
    </message>
    <message>
        <source>This database can only be read: you can look things up, but change nothing.</source>
        <translation>Cette base de données est en lecture seule&#xa0;: vous pouvez consulter, mais rien modifier.</translation>
    </message>
</context>
<context>
    <name>addressdesk::CustomerListModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A customer for screen readers: %1 name, %2 e-mail</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>addressdesk::CustomerRequests</name>
    <message>
        <source>This address has been deleted.</source>
        <translation>Cette adresse a été supprimée.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurer</translation>
    </message>
</context>
<context>
    <name>addressdesk::DeletedAddressesDialog</name>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurer</translation>
    </message>
    <message>
        <source>Deleted addresses</source>
        <translation>Adresses supprimées</translation>
    </message>
    <message>
        <source>Search deleted addresses</source>
        <translation>Rechercher parmi les adresses supprimées</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message numerus="yes">
        <source>Only the latest %n are shown; type to find others.</source>
        <translation>
            <numerusform>Seule %n est affichée, la plus récente&#xa0;; saisissez un texte pour en trouver d’autres.</numerusform>
            <numerusform>Seules les %n dernières sont affichées&#xa0;; saisissez un texte pour en trouver d’autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>A deleted address comes back as it was, with its history.</source>
        <translation>Une adresse supprimée revient telle qu’elle était, avec son historique.</translation>
    </message>
    <message>
        <source>No address is deleted.</source>
        <translation>Aucune adresse n’est supprimée.</translation>
    </message>
    <message>
        <source>No deleted address matches %1.</source>
        <translation>Aucune adresse supprimée ne correspond à %1.</translation>
    </message>
    <message>
        <source>Name, street, city…</source>
        <translation>Nom, rue, ville…</translation>
    </message>
</context>
<context>
    <name>addressdesk::DeletedAddressesModel</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Deleted</source>
        <extracomment>A column: when the address was deleted</extracomment>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>A column: who deleted the address</extracomment>
        <translation>Par</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A cell for screen readers: %1 column, %2 value</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>addressdesk::DeliveryDoubts</name>
    <message>
        <source>Several changed addresses lack what mail needs to arrive.</source>
        <translation>Il manque à plusieurs adresses modifiées ce qu’il faut pour que le courrier arrive.</translation>
    </message>
</context>
<context>
    <name>addressdesk::DeskActions</name>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Ouvrir la base d’&amp;exemple</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refaire</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
    <message>
        <source>&amp;Edit the field</source>
        <translation>&amp;Modifier le champ</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Undo the edit of &amp;this field</source>
        <translation>Annuler la modi&amp;fication de ce champ</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Discard unsaved edits</source>
        <translation>A&amp;bandonner les modifications</translation>
    </message>
    <message>
        <source>Give a re&amp;ason</source>
        <translation>Indiquer un mo&amp;tif</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>Act&amp;ualiser</translation>
    </message>
    <message>
        <source>&amp;Next area</source>
        <translation>Zone &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous area</source>
        <translation>Zone &amp;précédente</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>New address (%1)</source>
        <translation>Nouvelle adresse (%1)</translation>
    </message>
    <message>
        <source>&amp;Delete address</source>
        <translation>&amp;Supprimer l’adresse</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the address; it can be restored (%1)</source>
        <translation>Supprimer l’adresse&#xa0;; elle peut être restaurée (%1)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Go to the &amp;history</source>
        <translation>Aller à l’&amp;historique</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>History of this &amp;field</source>
        <translation>Historique de ce cham&amp;p</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Ctrl+Shift+H</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Raccourcis &amp;clavier</translation>
    </message>
    <message>
        <source>&amp;About Address Desk</source>
        <translation>À &amp;propos d’Address Desk</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>À propos de &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Adre&amp;sse</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Ctrl+Shift+M</translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation>&amp;Ouvrir une base de données…</translation>
    </message>
    <message>
        <source>&amp;New database…</source>
        <translation>&amp;Nouvelle base de données…</translation>
    </message>
    <message>
        <source>&amp;Connect to PostgreSQL…</source>
        <translation>&amp;Connexion à PostgreSQL…</translation>
    </message>
    <message>
        <source>&amp;New address…</source>
        <translation>&amp;Nouvelle adresse…</translation>
    </message>
    <message>
        <source>Copy as on an en&amp;velope</source>
        <translation>Copier comme sur une &amp;enveloppe</translation>
    </message>
    <message>
        <source>D&amp;eleted addresses…</source>
        <translation>&amp;Adresses supprimées…</translation>
    </message>
    <message>
        <source>&amp;Redeem a code…</source>
        <translation>&amp;Utiliser un code…</translation>
    </message>
    <message>
        <source>&amp;Outbox…</source>
        <translation>&amp;Boîte d’envoi…</translation>
    </message>
    <message>
        <source>&amp;Mail settings…</source>
        <translation>&amp;Réglages des e-mails…</translation>
    </message>
    <message>
        <source>&amp;Customer requests…</source>
        <translation>&amp;Demandes des clients…</translation>
    </message>
    <message>
        <source>Sho&amp;w the next unsaved edit</source>
        <translation>Aff&amp;icher la modification non enregistrée suivante</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Bac&amp;k to the search before</source>
        <translation>Revenir à la recherche &amp;précédente</translation>
    </message>
</context>
<context>
    <name>addressdesk::DiscardController</name>
    <message numerus="yes">
        <source>%n edit(s) discarded.</source>
        <translation>
            <numerusform>%n modification abandonnée.</numerusform>
            <numerusform>%n modifications abandonnées.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Discard?</source>
        <translation>Abandonner&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n unsaved edit(s)?</source>
        <translation>
            <numerusform>Abandonner %n modification non enregistrée&#xa0;?</numerusform>
            <numerusform>Abandonner %n modifications non enregistrées&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Abandonner</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Continuer la saisie</translation>
    </message>
</context>
<context>
    <name>addressdesk::DraftNews</name>
    <message>
        <source>The unsaved edits of last time could not be read. Their file was kept.</source>
        <translation>Les modifications non enregistrées de la dernière fois n’ont pas pu être lues. Leur fichier a été gardé.</translation>
    </message>
    <message>
        <source>Unsaved edits cannot be kept for the next start. Save them before you leave.</source>
        <translation>Les modifications non enregistrées ne peuvent pas être gardées jusqu’au prochain démarrage. Enregistrez-les avant de quitter.</translation>
    </message>
    <message numerus="yes">
        <source>Your unsaved edits of last time are back: %n field(s).</source>
        <translation>
            <numerusform>Vos modifications non enregistrées de la dernière fois sont de retour&#xa0;: %n champ.</numerusform>
            <numerusform>Vos modifications non enregistrées de la dernière fois sont de retour&#xa0;: %n champs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>addressdesk::EditsBar</name>
    <message>
        <source>Unsaved edits</source>
        <translation>Modifications non enregistrées</translation>
    </message>
</context>
<context>
    <name>addressdesk::EditsDesk</name>
    <message>
        <source>There is nothing to save.</source>
        <translation>Il n’y a rien à enregistrer.</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <extracomment>Both halves of &quot;Saved: 2 fields in 1 address.&quot;</extracomment>
        <translation>
            <numerusform>%n adresse</numerusform>
            <numerusform>%n adresses</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: %1 in %2.</source>
        <translation>Enregistré&#xa0;: %1 dans %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n champ</numerusform>
            <numerusform>%n champs</numerusform>
        </translation>
    </message>
    <message>
        <source>Names and e-mail addresses of customers are changed in your company&apos;s own program; their addresses are corrected here.</source>
        <translation>Les noms et adresses e-mail des clients se modifient dans le logiciel de votre entreprise&#xa0;; ici, on corrige leurs adresses postales.</translation>
    </message>
    <message>
        <source>This database can only be read.</source>
        <translation>Cette base de données est en lecture seule.</translation>
    </message>
</context>
<context>
    <name>addressdesk::EnvelopeView</name>
    <message>
        <source>Address as on an envelope</source>
        <translation>Adresse comme sur une enveloppe</translation>
    </message>
</context>
<context>
    <name>addressdesk::FoldedDetails</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Show technical details</source>
        <translation>Afficher les détails techniques</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
</context>
<context>
    <name>addressdesk::FormField</name>
    <message>
        <source>Undo the edit of %1</source>
        <extracomment>The button beside an edited field: %1 is the field&apos;s title</extracomment>
        <translation>Annuler la modification de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>était %1</translation>
    </message>
    <message>
        <source>now %2, was %1</source>
        <extracomment>Beside an edited field; %1 the value before, %2 the value that somebody else has saved meanwhile, which comes first because a long one is cut; both in quotation marks</extracomment>
        <translation>devenu %2, était %1</translation>
    </message>
</context>
<context>
    <name>addressdesk::HistoryActions</name>
    <message>
        <source>Set this save back</source>
        <translation>Revenir sur cet enregistrement</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Set save back</source>
        <translation>Revenir sur l’enregistrement</translation>
    </message>
    <message>
        <source>Choose a change to set it back.</source>
        <translation>Choisissez une modification pour revenir dessus.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>the chosen change: %1 a field&apos;s title or &quot;Deleted&quot;, %2 for example &quot;on 3 March 2026 at 14:02&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Set this save back…</source>
        <translation>Revenir sur cet enregistrement…</translation>
    </message>
    <message numerus="yes">
        <source>Sets back %n field(s) at once</source>
        <translation>
            <numerusform>Rétablit %n champ en une fois</numerusform>
            <numerusform>Rétablit %n champs en une fois</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the changes of this save can be set back.</source>
        <translation>Aucun champ de cet enregistrement ne peut être rétabli.</translation>
    </message>
    <message>
        <source>Print the letter to the customer…</source>
        <translation>Imprimer la lettre au client…</translation>
    </message>
    <message>
        <source>Print the letter to the customer</source>
        <translation>Imprimer la lettre au client</translation>
    </message>
    <message>
        <source>The customer has no e-mail address: a letter tells of this save.</source>
        <translation>Le client n’a pas d’adresse e-mail&#xa0;: une lettre annonce cet enregistrement.</translation>
    </message>
</context>
<context>
    <name>addressdesk::HistoryMenu</name>
    <message>
        <source>Copy the &amp;old value</source>
        <translation>Copier l’&amp;ancienne valeur</translation>
    </message>
    <message>
        <source>Copy the &amp;new value</source>
        <translation>Copier la &amp;nouvelle valeur</translation>
    </message>
    <message>
        <source>Copy the &amp;sentence</source>
        <translation>Copier la &amp;phrase</translation>
    </message>
    <message>
        <source>Only the history of this &amp;field</source>
        <translation>Seulement l’&amp;historique de ce champ</translation>
    </message>
    <message>
        <source>Set &amp;back</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Set this save b&amp;ack</source>
        <translation>Revenir sur cet &amp;enregistrement</translation>
    </message>
    <message>
        <source>&amp;Print letter…</source>
        <translation>Imprimer la &amp;lettre…</translation>
    </message>
    <message>
        <source>Show a&amp;ll fields</source>
        <translation>Afficher &amp;tous les champs</translation>
    </message>
</context>
<context>
    <name>addressdesk::HistoryModel</name>
    <message>
        <source>by the customer</source>
        <extracomment>who set a change back, in the place of an operator&apos;s name</extracomment>
        <translation>par le client</translation>
    </message>
</context>
<context>
    <name>addressdesk::HistoryNotice</name>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Message about the history</source>
        <translation>Message sur l’historique</translation>
    </message>
    <message>
        <source>Undo setting back</source>
        <translation>Annuler le rétablissement</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>addressdesk::HistoryPanel</name>
    <message>
        <source>History of the address</source>
        <translation>Historique de l’adresse</translation>
    </message>
    <message>
        <source>Set the chosen change &amp;back</source>
        <translation>Revenir sur la modification &amp;choisie</translation>
    </message>
    <message>
        <source>&amp;Older change</source>
        <translation>Modification plus &amp;ancienne</translation>
    </message>
    <message>
        <source>&amp;Newer change</source>
        <translation>Modification plus &amp;récente</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Tous les champs</translation>
    </message>
    <message>
        <source>Select an address to see its history.</source>
        <translation>Choisissez une adresse pour voir son historique.</translation>
    </message>
    <message>
        <source>Setting back…</source>
        <translation>Rétablissement…</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Lecture de l’historique…</translation>
    </message>
    <message>
        <source>No changes of this field yet.</source>
        <translation>Aucune modification de ce champ.</translation>
    </message>
    <message>
        <source>No changes yet: this address is as it was before Address Desk.</source>
        <translation>Aucune modification&#xa0;: cette adresse est telle qu’elle était avant Address Desk.</translation>
    </message>
    <message>
        <source>Setting back was undone.</source>
        <translation>Le rétablissement a été annulé.</translation>
    </message>
    <message>
        <source>Set its whole &amp;save back</source>
        <translation>Revenir sur tout l’&amp;enregistrement</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a customer&apos;s name, %2 a sentence such as &quot;City set back to “Lyon”.&quot;</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nothing has been changed at this address, so nothing can be set back.</source>
        <translation>Rien n’a été modifié à cette adresse&#xa0;: il n’y a rien à rétablir.</translation>
    </message>
</context>
<context>
    <name>addressdesk::HistoryParts</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Read the history again</source>
        <translation>Relire l’historique</translation>
    </message>
    <message>
        <source>Show the history of</source>
        <translation>Afficher l’historique de</translation>
    </message>
    <message>
        <source>Show only the changes of one field</source>
        <translation>N’afficher que les modifications d’un champ</translation>
    </message>
    <message>
        <source>Changes of</source>
        <extracomment>before the choice of &quot;All fields&quot; or one field</extracomment>
        <translation>Modifications&#xa0;:</translation>
    </message>
</context>
<context>
    <name>addressdesk::HistoryView</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>addressdesk::KeysDialog</name>
    <message>
        <source>%1: %2</source>
        <extracomment>For screen readers: %1 what a key does, %2 the key</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>In the whole window</source>
        <translation>Dans toute la fenêtre</translation>
    </message>
    <message>
        <source>In the search field</source>
        <translation>Dans le champ de recherche</translation>
    </message>
    <message>
        <source>Go to the addresses found</source>
        <translation>Aller aux adresses trouvées</translation>
    </message>
    <message>
        <source>Down or Return</source>
        <translation>Bas ou Entrée</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Among the addresses</source>
        <translation>Dans les adresses</translation>
    </message>
    <message>
        <source>Edit a field</source>
        <translation>Modifier un champ</translation>
    </message>
    <message>
        <source>type, or F2</source>
        <translation>saisir, ou F2</translation>
    </message>
    <message>
        <source>Keep the value and go down</source>
        <translation>Garder et descendre</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Keep the value and go to the next field</source>
        <translation>Garder et passer au champ suivant</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Leave the value as it was</source>
        <translation>Laisser la valeur d’avant</translation>
    </message>
    <message>
        <source>Empty a field</source>
        <translation>Vider un champ</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>In the form</source>
        <translation>Dans le formulaire</translation>
    </message>
    <message>
        <source>Go to a field from anywhere</source>
        <translation>Aller à un champ depuis n’importe où</translation>
    </message>
    <message>
        <source>Alt and its underlined letter</source>
        <translation>Alt + lettre soulignée</translation>
    </message>
    <message>
        <source>Undo the edit of a field</source>
        <translation>Annuler la modification d’un champ</translation>
    </message>
</context>
<context>
    <name>addressdesk::LeaveGuard</name>
    <message>
        <source>Unsaved edits</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are not saved.</source>
        <translation>
            <numerusform>%n champ n’est pas enregistré.</numerusform>
            <numerusform>%n champs ne sont pas enregistrés.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Ne pas enregistrer</translation>
    </message>
</context>
<context>
    <name>addressdesk::LetterDialog</name>
    <message>
        <source>Safety letter</source>
        <translation>Lettre de sécurité</translation>
    </message>
    <message>
        <source>Preview of the letter</source>
        <translation>Aperçu de la lettre</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>&amp;Mark as printed</source>
        <translation>&amp;Marquer comme imprimée</translation>
    </message>
    <message>
        <source>The address of the links in the settings cannot be used. Please correct it there; then the letter can be printed.</source>
        <translation>L’adresse des liens indiquée dans les réglages est inutilisable. Corrigez-la&#xa0;; la lettre pourra ensuite être imprimée.</translation>
    </message>
    <message>
        <source>This letter was marked as printed %1. It has its codes, but no link any more.</source>
        <translation>Cette lettre a été marquée comme imprimée %1. Elle a ses codes, mais plus de lien.</translation>
    </message>
    <message>
        <source>The address was empty before the change: there is nowhere to send this letter.</source>
        <translation>L’adresse était vide avant la modification&#xa0;: cette lettre ne peut être envoyée nulle part.</translation>
    </message>
    <message>
        <source>This letter is not in the outbox any more.</source>
        <translation>Cette lettre n’est plus dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Print the safety letter</source>
        <translation>Imprimer la lettre de sécurité</translation>
    </message>
    <message>
        <source>The letter was handed to the printer.</source>
        <translation>La lettre a été remise à l’imprimante.</translation>
    </message>
    <message>
        <source>The printer did not take the letter. Please try again, choose another one or save it as PDF.</source>
        <translation>L’imprimante n’a pas accepté la lettre. Réessayez, choisissez une autre imprimante ou enregistrez la lettre en PDF.</translation>
    </message>
    <message>
        <source>Letter %1</source>
        <translation>Lettre %1</translation>
    </message>
    <message>
        <source>Save the letter as PDF</source>
        <translation>Enregistrer la lettre en PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <extracomment>a kind of file in the list of a file dialog; keep &quot;(*.pdf)&quot;</extracomment>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The letter was saved as %1.</source>
        <translation>La lettre a été enregistrée sous %1.</translation>
    </message>
    <message>
        <source>The letter could not be saved there. Please choose another folder or name.</source>
        <translation>La lettre n’a pas pu être enregistrée à cet endroit. Choisissez un autre dossier ou un autre nom.</translation>
    </message>
    <message>
        <source>When it is ready for the post, mark it as printed: it leaves the list of letters that are due.</source>
        <translation>Une fois prête pour la poste, marquez-la comme imprimée&#xa0;: elle quitte la liste des lettres à envoyer.</translation>
    </message>
    <message numerus="yes">
        <source>When it is ready for the post, mark it as printed: it leaves the list of letters that are due, and its link works for %n day(s) from then. The link is then wiped here: the letter cannot be printed with its link again.</source>
        <translation>
            <numerusform>Une fois prête pour la poste, marquez-la comme imprimée&#xa0;: elle quitte la liste des lettres à envoyer et son lien est valable %n jour à partir de là. Le lien est alors effacé ici&#xa0;: la lettre ne pourra plus être imprimée avec son lien.</numerusform>
            <numerusform>Une fois prête pour la poste, marquez-la comme imprimée&#xa0;: elle quitte la liste des lettres à envoyer et son lien est valable %n jours à partir de là. Le lien est alors effacé ici&#xa0;: la lettre ne pourra plus être imprimée avec son lien.</numerusform>
        </translation>
    </message>
    <message>
        <source>The letter is being fetched…</source>
        <translation>Chargement de la lettre…</translation>
    </message>
</context>
<context>
    <name>addressdesk::MailActions</name>
    <message>
        <source>Write the mail to %1 into the folder once more?</source>
        <extracomment>%1 an e-mail address in quotation marks</extracomment>
        <translation>Écrire encore une fois l’e-mail pour %1 dans le dossier&#xa0;?</translation>
    </message>
    <message>
        <source>Send this mail to %1 once more? The customer gets it a second time.</source>
        <extracomment>%1 an e-mail address in quotation marks</extracomment>
        <translation>Envoyer encore une fois cet e-mail à %1&#xa0;? Le client le recevra une deuxième fois.</translation>
    </message>
    <message>
        <source>The mail has got further in the meantime. Nothing was done.</source>
        <translation>L’e-mail a avancé entre-temps. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>The mail is cancelled.</source>
        <translation>L’e-mail est annulé.</translation>
    </message>
    <message>
        <source>The mail is in the queue; the office&apos;s server program sends it next.</source>
        <translation>L’e-mail est en file&#xa0;; le programme serveur du bureau l’envoie dès que possible.</translation>
    </message>
    <message>
        <source>The mail is in the queue and waits with the others.</source>
        <translation>L’e-mail est en file et attend avec les autres.</translation>
    </message>
    <message>
        <source>The mail is in the queue and is written into the folder next.</source>
        <translation>L’e-mail est dans la file et va être écrit dans le dossier.</translation>
    </message>
    <message>
        <source>The mail is in the queue and is sent next.</source>
        <translation>L’e-mail est en file et part dès que possible.</translation>
    </message>
    <message>
        <source>Write it aga&amp;in</source>
        <translation>L’écrire à no&amp;uveau</translation>
    </message>
    <message>
        <source>Send it aga&amp;in</source>
        <translation>L’envoyer à no&amp;uveau</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>Ne &amp;rien faire</translation>
    </message>
    <message>
        <source>Ca&amp;ncel this mail</source>
        <translation>Annuler cet e-ma&amp;il</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Le &amp;garder</translation>
    </message>
    <message>
        <source>Cancel the mail to %1? The customer is not told of this change, and its links for setting it back are lost for good.</source>
        <translation>Annuler l’e-mail à %1&#xa0;? Le client n’est pas prévenu de cette modification, et les liens pour la rétablir sont définitivement perdus.</translation>
    </message>
    <message>
        <source>Send this mail to %1? So far it was written into the folder only.</source>
        <extracomment>%1 an e-mail address in quotation marks</extracomment>
        <translation>Envoyer cet e-mail à %1&#xa0;? Jusqu’ici, il n’a été qu’écrit dans le dossier.</translation>
    </message>
    <message>
        <source>What it tells of has been set back since.</source>
        <translation>Ce qu’il annonce a été rétabli depuis.</translation>
    </message>
    <message>
        <source>This time it has no links; the first one keeps its links.</source>
        <translation>Cette fois, il est sans liens&#xa0;; le premier garde les siens.</translation>
    </message>
</context>
<context>
    <name>addressdesk::MailButtons</name>
    <message>
        <source>Retr&amp;y now</source>
        <translation>Ré&amp;essayer maintenant</translation>
    </message>
    <message>
        <source>S&amp;end again</source>
        <translation>Envo&amp;yer de nouveau</translation>
    </message>
    <message>
        <source>Cancel &amp;mail</source>
        <translation>Annuler l’e-&amp;mail</translation>
    </message>
    <message>
        <source>&amp;Go to address</source>
        <translation>Aller à l’a&amp;dresse</translation>
    </message>
    <message>
        <source>Choose a mail first.</source>
        <translation>Choisissez d’abord un e-mail.</translation>
    </message>
    <message>
        <source>This database can only be read.</source>
        <translation>Cette base de données est en lecture seule.</translation>
    </message>
    <message>
        <source>Sends the mail at once instead of later.</source>
        <translation>Envoie l’e-mail tout de suite au lieu de plus tard.</translation>
    </message>
    <message>
        <source>Sends the same mail once more, without links when these were wiped.</source>
        <translation>Envoie le même e-mail une fois de plus, sans liens si ceux-ci ont été effacés.</translation>
    </message>
    <message>
        <source>The mail is never sent: the customer is not told.</source>
        <translation>L’e-mail ne partira jamais&#xa0;: le client n’est pas prévenu.</translation>
    </message>
    <message>
        <source>Prints what the mail would say as a letter.</source>
        <translation>Imprime en lettre ce que dirait l’e-mail.</translation>
    </message>
    <message>
        <source>Shows the address that the mail is about in the window.</source>
        <translation>Montre dans la fenêtre l’adresse dont parle l’e-mail.</translation>
    </message>
    <message>
        <source>&amp;Print letter…</source>
        <translation>Im&amp;primer la lettre…</translation>
    </message>
    <message>
        <source>One moment, please…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Send &amp;without links</source>
        <extracomment>A button: sends a mail that was cancelled or given up, which therefore has no links</extracomment>
        <translation>Envoyer sans &amp;liens</translation>
    </message>
    <message>
        <source>Send a&amp;fter all</source>
        <translation>En&amp;voyer quand même</translation>
    </message>
    <message>
        <source>Sends the mail although it was cancelled.</source>
        <translation>Envoie l’e-mail bien qu’il ait été annulé.</translation>
    </message>
    <message>
        <source>Sends the mail after all. Since it was cancelled it has no links.</source>
        <translation>Envoie tout de même l’e-mail. Comme il a été annulé, il n’a pas de liens.</translation>
    </message>
    <message>
        <source>Tries to send the mail after all. Since it was given up it has no links.</source>
        <translation>Essaie tout de même d’envoyer l’e-mail. Comme il a été abandonné, il n’a pas de liens.</translation>
    </message>
    <message>
        <source>With the phone code the customer can still have a change set back.</source>
        <translation>Avec le code téléphone, le client peut encore faire rétablir une modification.</translation>
    </message>
</context>
<context>
    <name>addressdesk::MailDesk</name>
    <message>
        <source>Mails cannot be sent for now; they wait. %1</source>
        <translation>Les e-mails ne peuvent pas être envoyés pour l’instant&#xa0;; ils attendent. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Mail settings…</source>
        <translation>Réglages des e-mails…</translation>
    </message>
    <message>
        <source>Give the password…</source>
        <translation>Indiquer le mot de passe…</translation>
    </message>
    <message>
        <source>The password of the mail server is not known, so mails wait.</source>
        <translation>Le mot de passe du serveur de messagerie n’est pas connu, les e-mails attendent donc.</translation>
    </message>
</context>
<context>
    <name>addressdesk::MailPane</name>
    <message>
        <source>Choose a mail to read it here.</source>
        <translation>Choisissez un e-mail pour le lire ici.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Mail as plain text</source>
        <translation>E-mail en texte brut</translation>
    </message>
    <message>
        <source>How the mail is shown</source>
        <translation>Affichage de l’e-mail</translation>
    </message>
    <message>
        <source>As the customer rea&amp;ds it</source>
        <translation>Comme le &amp;client le lit</translation>
    </message>
    <message>
        <source>Plain &amp;text</source>
        <translation>&amp;Texte brut</translation>
    </message>
    <message>
        <source>The mail cannot be shown. %1</source>
        <translation>L’e-mail ne peut pas être affiché. %1</translation>
    </message>
    <message>
        <source>The mail as it is written now, without the links that only the customer gets.</source>
        <translation>L’e-mail tel qu’il est écrit maintenant, sans les liens que seul le client reçoit.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>No program here opens folders. The mail is %1.</source>
        <translation>Aucun programme n’ouvre de dossiers ici. L’e-mail est %1.</translation>
    </message>
    <message>
        <source>The mail as it would be sent now, without links.</source>
        <translation>L’e-mail tel qu’il partirait maintenant, sans liens.</translation>
    </message>
</context>
<context>
    <name>addressdesk::MailPasswordQuestion</name>
    <message>
        <source>Mails wait for the password of the mail server %1.</source>
        <extracomment>%1 the name of a mail server in quotation marks</extracomment>
        <translation>Des e-mails attendent le mot de passe du serveur de messagerie %1.</translation>
    </message>
    <message>
        <source>&amp;Send mails</source>
        <translation>&amp;Envoyer les e-mails</translation>
    </message>
</context>
<context>
    <name>addressdesk::MailRouteForm</name>
    <message>
        <source>Not &amp;at all: mails wait in the outbox</source>
        <extracomment>How mails leave this computer</extracomment>
        <translation>P&amp;as du tout&#xa0;: les e-mails attendent dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Into a fol&amp;der, a file each</source>
        <translation>Dans un &amp;dossier, un fichier chacun</translation>
    </message>
    <message>
        <source>By a &amp;mail server</source>
        <translation>Par un serveur de &amp;messagerie</translation>
    </message>
    <message>
        <source>Folder for mails</source>
        <translation>Dossier des e-mails</translation>
    </message>
    <message>
        <source>Choose the folder for mails</source>
        <translation>Choisir le dossier des e-mails</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Dossier&#xa0;:</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Serveur de messagerie</translation>
    </message>
    <message>
        <source>for example mail.example.com</source>
        <translation>par exemple mail.example.com</translation>
    </message>
    <message>
        <source>Ser&amp;ver:</source>
        <translation>Ser&amp;veur&#xa0;:</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS dès le début</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None, only on this computer</source>
        <translation>Aucun, seulement sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>Chiffr&amp;ement&#xa0;:</translation>
    </message>
    <message>
        <source>Port of the mail server</source>
        <translation>Port du serveur de messagerie</translation>
    </message>
    <message>
        <source>Po&amp;rt:</source>
        <translation>Po&amp;rt&#xa0;:</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>none, when left empty</source>
        <translation>aucun si le champ est vide</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>M&amp;ot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>in the keyring; type to change it</source>
        <translation>dans le trousseau&#xa0;; tapez pour le changer</translation>
    </message>
    <message>
        <source>Kept in the keyring, never in a file.</source>
        <translation>Conservé dans le trousseau, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Please choose the folder for mails.</source>
        <translation>Veuillez choisir le dossier des e-mails.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Ce dossier n’existe pas.</translation>
    </message>
    <message>
        <source>Please type the mail server&apos;s name.</source>
        <translation>Veuillez saisir le nom du serveur de messagerie.</translation>
    </message>
    <message>
        <source>Mails to another computer have to be encrypted: they hold names and addresses.</source>
        <translation>Les e-mails vers un autre ordinateur doivent être chiffrés&#xa0;: ils contiennent des noms et des adresses.</translation>
    </message>
    <message>
        <source>A password is never sent without encryption: leave the user empty.</source>
        <translation>Un mot de passe n’est jamais envoyé sans chiffrement&#xa0;: laissez l’utilisateur vide.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Par&amp;courir…</translation>
    </message>
    <message>
        <source>not known: please type it</source>
        <translation>inconnu&#xa0;: veuillez le saisir</translation>
    </message>
</context>
<context>
    <name>addressdesk::MailSettingsDialog</name>
    <message>
        <source>Mail settings</source>
        <translation>Réglages des e-mails</translation>
    </message>
    <message>
        <source>What mails say</source>
        <translation>Ce que disent les e-mails</translation>
    </message>
    <message>
        <source>How mails leave this computer</source>
        <translation>Comment les e-mails quittent cet ordinateur</translation>
    </message>
    <message>
        <source>How mails are sent</source>
        <translation>Envoi des e-mails</translation>
    </message>
    <message>
        <source>The server program, address-deskctl serve, sends the mails of this database for the whole office. Nothing has to be set here.</source>
        <translation>Le programme serveur, address-deskctl serve, envoie les e-mails de cette base pour tout le bureau. Il n’y a rien à régler ici.</translation>
    </message>
    <message>
        <source>Send a test mail to</source>
        <translation>Envoyer un e-mail d’essai à</translation>
    </message>
    <message>
        <source>your own e-mail address</source>
        <translation>votre propre adresse e-mail</translation>
    </message>
    <message>
        <source>Send &amp;test mail</source>
        <translation>Envo&amp;yer l’essai</translation>
    </message>
    <message>
        <source>Send test mail</source>
        <translation>Envoyer l’e-mail d’essai</translation>
    </message>
    <message>
        <source>Send a test mail t&amp;o:</source>
        <translation>E-mail d’essa&amp;i à&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>This database can only be read: what mails say cannot be changed here.</source>
        <translation>Cette base est en lecture seule&#xa0;: ce que disent les e-mails ne peut pas être modifié ici.</translation>
    </message>
    <message>
        <source>Please type the e-mail address for the test mail.</source>
        <translation>Veuillez saisir l’adresse e-mail pour l’essai.</translation>
    </message>
    <message>
        <source>The test mail was not sent. %1</source>
        <translation>L’e-mail d’essai n’a pas été envoyé. %1</translation>
    </message>
    <message>
        <source>The mail server took the test mail to %1. Look whether it arrives.</source>
        <translation>Le serveur de messagerie a accepté l’e-mail d’essai pour %1. Vérifiez qu’il arrive.</translation>
    </message>
    <message>
        <source>The test mail is being sent…</source>
        <translation>L’e-mail d’essai est en cours d’envoi…</translation>
    </message>
    <message>
        <source>The test mail is being written…</source>
        <translation>L’e-mail d’essai est en cours d’écriture…</translation>
    </message>
    <message>
        <source>The test mail was not written. %1</source>
        <translation>L’e-mail d’essai n’a pas été écrit. %1</translation>
    </message>
    <message>
        <source>The test mail was written into the folder %1. Nothing was sent.</source>
        <extracomment>%1 a folder in quotation marks</extracomment>
        <translation>L’e-mail d’essai a été écrit dans le dossier %1. Rien n’a été envoyé.</translation>
    </message>
</context>
<context>
    <name>addressdesk::MainWindow</name>
    <message>
        <source>Address Desk</source>
        <translation>Address Desk</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Barre d’outils principale</translation>
    </message>
    <message>
        <source>Save the unsaved edits before the other database is shown?</source>
        <translation>Enregistrer les modifications avant d’afficher l’autre base de données&#xa0;?</translation>
    </message>
    <message>
        <source>Save the unsaved edits before closing?</source>
        <translation>Enregistrer les modifications avant de fermer&#xa0;?</translation>
    </message>
    <message>
        <source>The address has been restored.</source>
        <translation>L’adresse a été restaurée.</translation>
    </message>
    <message>
        <source>%1[*] — Address Desk</source>
        <translation>%1[*] — Address Desk</translation>
    </message>
</context>
<context>
    <name>addressdesk::MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>addressdesk::MessageFrame</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>addressdesk::NewAddressDialog</name>
    <message>
        <source>New address</source>
        <translation>Nouvelle adresse</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Créer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation>Nom ou e-mail</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Clients trouvés</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>C&amp;lient</translation>
    </message>
    <message>
        <source>No customer matches %1.</source>
        <translation>Aucun client ne correspond à %1.</translation>
    </message>
    <message>
        <source>Please enter the city.</source>
        <translation>Indiquez la ville.</translation>
    </message>
    <message>
        <source>Please enter the street.</source>
        <translation>Indiquez la rue.</translation>
    </message>
    <message>
        <source>Please enter the street. Where there is none, a label will do.</source>
        <translation>Indiquez la rue. S’il n’y en a pas, un libellé suffit.</translation>
    </message>
    <message>
        <source>Please enter the address.</source>
        <translation>Indiquez l’adresse.</translation>
    </message>
    <message>
        <source>Please choose the customer whose address this is.</source>
        <translation>Choisissez le client à qui est cette adresse.</translation>
    </message>
    <message>
        <source>There is no customer yet.</source>
        <translation>Il n’y a pas encore de client.</translation>
    </message>
</context>
<context>
    <name>addressdesk::NoAddresses</name>
    <message>
        <source>No address matches %1.</source>
        <translation>Aucune adresse ne correspond à %1.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>There are no addresses in this database yet.</source>
        <translation>Cette base de données ne contient pas encore d’adresses.</translation>
    </message>
    <message>
        <source>New address…</source>
        <translation>Nouvelle adresse…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Ouvrir la base d’exemple</translation>
    </message>
</context>
<context>
    <name>addressdesk::OfficeSettingsForm</name>
    <message>
        <source>Com&amp;pany:</source>
        <translation>Entre&amp;prise&#xa0;:</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>as customers know it</source>
        <translation>comme les clients la connaissent</translation>
    </message>
    <message>
        <source>Pho&amp;ne:</source>
        <translation>Télépho&amp;ne&#xa0;:</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>where customers can call</source>
        <translation>où les clients peuvent appeler</translation>
    </message>
    <message>
        <source>Mails come &amp;from:</source>
        <translation>E&amp;xpéditeur&#xa0;:</translation>
    </message>
    <message>
        <source>Mails come from</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>for example office@example.com</source>
        <translation>par exemple bureau@example.com</translation>
    </message>
    <message>
        <source>Page of the &amp;links:</source>
        <translation>Page des &amp;liens&#xa0;:</translation>
    </message>
    <message>
        <source>Page of the links</source>
        <translation>Page des liens</translation>
    </message>
    <message>
        <source>Language where the customer&apos;s is not known</source>
        <translation>Langue si celle du client est inconnue</translation>
    </message>
    <message>
        <source>Of mails to customers whose own language is not known.</source>
        <translation>Des e-mails aux clients dont la langue est inconnue.</translation>
    </message>
    <message>
        <source>Lan&amp;guage if unknown:</source>
        <translation>Langue par dé&amp;faut&#xa0;:</translation>
    </message>
    <message>
        <source>Days for which a link works</source>
        <translation>Durée de validité d’un lien en jours</translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <extracomment>After a number in a field; %n only chooses the plural</extracomment>
        <translation>
            <numerusform>jour</numerusform>
            <numerusform>jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Links wor&amp;k for:</source>
        <translation>Validité des lien&amp;s&#xa0;:</translation>
    </message>
    <message>
        <source>Please type the e-mail address that mails come from.</source>
        <translation>Veuillez saisir l’adresse e-mail de l’expéditeur.</translation>
    </message>
    <message>
        <source>none: mails have codes but no links</source>
        <translation>aucune&#x202f;: des codes, pas de liens</translation>
    </message>
    <message>
        <source>The address under which customers reach the page that opens from a link in a mail. One that the server program was started with comes first.</source>
        <translation>L’adresse sous laquelle les clients atteignent la page qu’ouvre le lien d’un e-mail. Celle avec laquelle le programme serveur a été lancé l’emporte.</translation>
    </message>
    <message>
        <source>Automatic (English)</source>
        <extracomment>A choice of languages: nothing was chosen, and then English is used</extracomment>
        <translation>Automatique (anglais)</translation>
    </message>
    <message>
        <source>none: links work on this computer only</source>
        <translation>aucune&#x202f;: cet ordinateur seulement</translation>
    </message>
    <message>
        <source>Without one, links lead to this computer. They open here while the database is open in the window, and nowhere else.</source>
        <translation>Sans adresse, les liens mènent à cet ordinateur. Ils s’ouvrent ici tant que la base est ouverte dans la fenêtre, et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Without one, links lead to this computer (%1). They open here while the database is open in the window, and nowhere else.</source>
        <translation>Sans adresse, les liens mènent à cet ordinateur (%1). Ils s’ouvrent ici tant que la base est ouverte dans la fenêtre, et nulle part ailleurs.</translation>
    </message>
</context>
<context>
    <name>addressdesk::OfficeTasksModel</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Then</source>
        <extracomment>A column: the value that the change had set</extracomment>
        <translation>Alors</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>A column: the present value</extracomment>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Would become</source>
        <extracomment>A column: the value after setting back</extracomment>
        <translation>Deviendrait</translation>
    </message>
    <message>
        <source>Asked</source>
        <extracomment>A column: when the customer asked</extracomment>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A cell for screen readers: %1 column, %2 value</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(supprimée)</translation>
    </message>
</context>
<context>
    <name>addressdesk::OutboxDialog</name>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Afficher&#xa0;:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A choice of mails: %1 for example &quot;Failed&quot;, %2 how many there are</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All mails</source>
        <extracomment>Which mails are shown</extracomment>
        <translation>Tous les e-mails</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Letters to be printed</source>
        <translation>Lettres à imprimer</translation>
    </message>
    <message>
        <source>Show all mails</source>
        <translation>Afficher tous les e-mails</translation>
    </message>
    <message>
        <source>No mail has been queued yet. Every save queues one to the customer.</source>
        <translation>Aucun e-mail n’a encore été mis en file. Chaque enregistrement en prépare un pour le client.</translation>
    </message>
    <message>
        <source>No mail is waiting.</source>
        <translation>Aucun e-mail n’est en attente.</translation>
    </message>
    <message>
        <source>No mail has failed.</source>
        <translation>Aucun e-mail n’a échoué.</translation>
    </message>
    <message>
        <source>No letter is due.</source>
        <translation>Aucune lettre n’est à envoyer.</translation>
    </message>
    <message>
        <source>No mail has been sent yet.</source>
        <translation>Aucun e-mail n’a encore été envoyé.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Mails cannot be sent for now; they wait. %1</source>
        <translation>Les e-mails ne peuvent pas être envoyés pour l’instant&#xa0;; ils attendent. %1</translation>
    </message>
    <message>
        <source>Mails wait here: how they leave this computer has not been set yet.</source>
        <translation>Les e-mails attendent ici&#xa0;: leur mode d’envoi n’est pas encore réglé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Mail settings…</source>
        <translation>Réglages des e-mails…</translation>
    </message>
    <message>
        <source>Sent or in the folder</source>
        <extracomment>Which mails are shown: those that left, or were written into a folder</extracomment>
        <translation>Envoyés ou dans le dossier</translation>
    </message>
</context>
<context>
    <name>addressdesk::OutboxModel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>A column: the e-mail address that a mail goes to</extracomment>
        <translation>À</translation>
    </message>
    <message>
        <source>About</source>
        <extracomment>A column: what a mail tells the customer</extracomment>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Queued</source>
        <extracomment>A column: when a mail was queued</extracomment>
        <translation>Mis en file</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A cell for screen readers: %1 column, %2 value</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>no e-mail address</source>
        <translation>pas d’adresse e-mail</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A mail in a list: %1 what happened, %2 the label of the address, for example &quot;Home&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Done or next try</source>
        <extracomment>A column: when a mail was sent, printed or given up, or when it is tried next</extracomment>
        <translation>Fin ou prochain essai</translation>
    </message>
    <message>
        <source>Problem</source>
        <extracomment>A column: why a mail could not be sent, in a few words</extracomment>
        <translation>Problème</translation>
    </message>
</context>
<context>
    <name>addressdesk::PasswordDialog</name>
    <message>
        <source>&amp;Remember in the keyring</source>
        <translation>&amp;Garder dans le trousseau</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Remember in the keyring</source>
        <translation>Garder dans le trousseau</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Se co&amp;nnecter</translation>
    </message>
    <message>
        <source>User:</source>
        <translation>Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Mot de passe&#xa0;:</translation>
    </message>
</context>
<context>
    <name>addressdesk::PasswordEdit</name>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
</context>
<context>
    <name>addressdesk::RedeemCodeDialog</name>
    <message>
        <source>&amp;Find</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <source>&amp;Go to the address</source>
        <translation>&amp;Aller à l’adresse</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Redeem a code</source>
        <translation>Utiliser un code</translation>
    </message>
    <message>
        <source>Code that the customer reads out</source>
        <translation>Code que le client lit au téléphone</translation>
    </message>
    <message>
        <source>&amp;Code from the customer&apos;s mail or letter:</source>
        <translation>&amp;Code de l’e-mail ou de la lettre du client&#xa0;:</translation>
    </message>
    <message>
        <source>What the code stands for</source>
        <translation>Ce à quoi le code correspond</translation>
    </message>
    <message>
        <source>A code has eight letters and digits, as in K7QM-2RTX; the letter U is never among them.</source>
        <translation>Un code a huit lettres et chiffres, comme K7QM-2RTX&#xa0;; la lettre U n’y figure jamais.</translation>
    </message>
    <message>
        <source>No change has this code. Have it read out once more; it may also be of another database.</source>
        <translation>Aucune modification ne porte ce code. Faites-le relire&#xa0;; il peut aussi venir d’une autre base de données.</translation>
    </message>
    <message>
        <source>This code fits several changes, which is very rare. Find the address instead and set the change back there.</source>
        <translation>Ce code correspond à plusieurs modifications, ce qui est très rare. Recherchez plutôt l’adresse et rétablissez-y la valeur.</translation>
    </message>
    <message numerus="yes">
        <source>Set back %n field(s)</source>
        <translation>
            <numerusform>Rétablir %n champ</numerusform>
            <numerusform>Rétablir %n champs</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting back…</source>
        <translation>Rétablissement en cours…</translation>
    </message>
    <message>
        <source>Looking for the code…</source>
        <translation>Recherche du code…</translation>
    </message>
</context>
<context>
    <name>addressdesk::RefusedTexts</name>
    <message>
        <source>What you typed in another address is kept, but cannot be saved like this. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Ce que vous avez saisi dans une autre adresse est conservé, mais ne peut pas être enregistré tel quel. %1</translation>
    </message>
    <message>
        <source>Sho&amp;w it</source>
        <translation>A&amp;fficher</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>L’abandonner</translation>
    </message>
</context>
<context>
    <name>addressdesk::RequestActions</name>
    <message>
        <source>The request of %1 is done and off the list.</source>
        <extracomment>%1 a customer&apos;s name</extracomment>
        <translation>La demande de %1 est traitée et retirée de la liste.</translation>
    </message>
    <message>
        <source>The request is done and off the list.</source>
        <translation>La demande est traitée et retirée de la liste.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
</context>
<context>
    <name>addressdesk::RevertDialog</name>
    <message>
        <source>Set back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Setting it back overwrites the value that is there now. It stays in the history and can itself be set back.</source>
        <translation>Le rétablissement écrase la valeur actuelle. Elle reste dans l’historique et peut elle-même être rétablie.</translation>
    </message>
    <message>
        <source>Some of these fields have changed again since. Tick what to set back; the values that are there now stay in the history.</source>
        <translation>Certains de ces champs ont encore changé depuis. Cochez ce qu’il faut rétablir&#xa0;; les valeurs actuelles restent dans l’historique.</translation>
    </message>
    <message>
        <source>Values then, now and afterwards</source>
        <translation>Valeurs d’alors, d’aujourd’hui et d’après</translation>
    </message>
    <message>
        <source>Then</source>
        <extracomment>heading of the values that a change had set at its time</extracomment>
        <translation>Alors</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>heading of the present values</extracomment>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Would become</source>
        <extracomment>heading of the values after setting back</extracomment>
        <translation>Deviendrait</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>%1 then</source>
        <translation>%1, alors</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1, maintenant</translation>
    </message>
    <message>
        <source>%1 would become</source>
        <translation>%1 deviendrait</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimée</translation>
    </message>
    <message numerus="yes">
        <source>Set back %n field(s)</source>
        <translation>
            <numerusform>Rétablir %n champ</numerusform>
            <numerusform>Rétablir %n champs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>For screen readers: %1 for example &quot;City then&quot;, %2 a value in quotation marks</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>addressdesk::RevertNews</name>
    <message>
        <source>&amp;Show</source>
        <translation>Affic&amp;her</translation>
    </message>
</context>
<context>
    <name>addressdesk::SampleDesk</name>
    <message>
        <source>Making the sample database: %L1 of %L2 customers</source>
        <translation>Création de la base d’exemple&#xa0;: %L1 clients sur %L2</translation>
    </message>
</context>
<context>
    <name>addressdesk::SaveBar</name>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Unsaved edits</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Why? For example: moved, phoned (optional)</source>
        <translation>Pourquoi&#x202f;? Ex.&#x202f;: déménagé (facultatif)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <extracomment>Label of the text field in the bar of unsaved edits</extracomment>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Save all edits (%1)</source>
        <translation>Enregistrer toutes les modifications (%1)</translation>
    </message>
    <message numerus="yes">
        <source>in %n address(es)</source>
        <extracomment>The end of &quot;2 fields changed in 1 address&quot;</extracomment>
        <translation>
            <numerusform>dans %n adresse</numerusform>
            <numerusform>dans %n adresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <extracomment>The beginning of &quot;2 fields changed in 1 address&quot;</extracomment>
        <translation>
            <numerusform>%n champ modifié</numerusform>
            <numerusform>%n champs modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>&quot;2 fields changed&quot; and &quot;in 1 address&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Button beside &quot;2 fields changed in 1 address&quot;</extracomment>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the next unsaved edit</source>
        <translation>Afficher la modification non enregistrée suivante</translation>
    </message>
    <message>
        <source>Show the next unsaved edit (%1)</source>
        <translation>Afficher la modification non enregistrée suivante (%1)</translation>
    </message>
    <message>
        <source>Take all unsaved edits back (%1)</source>
        <translation>Annuler toutes les modifications non enregistrées (%1)</translation>
    </message>
</context>
<context>
    <name>addressdesk::SaveController</name>
    <message>
        <source>&amp;Try again</source>
        <translation>Réessa&amp;yer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>By setting this back you have deleted the address. Your unsaved edits in it are kept.</source>
        <translation>En revenant sur cette modification, vous avez supprimé l’adresse. Vos saisies non enregistrées sont conservées.</translation>
    </message>
    <message>
        <source>Somebody else has deleted this address. Your edits are kept.</source>
        <translation>Adresse supprimée entre-temps. Vos modifications sont gardées.</translation>
    </message>
    <message>
        <source>&amp;Restore and save</source>
        <translation>Res&amp;taurer, enregistrer</translation>
    </message>
    <message>
        <source>Discard edits</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Somebody else has deleted the address of %1 (%2). Your edits are kept.</source>
        <extracomment>%1 the customer&apos;s name, %2 the address on one line</extracomment>
        <translation>Une autre personne a supprimé l’adresse de %1 (%2). Vos modifications sont gardées.</translation>
    </message>
</context>
<context>
    <name>addressdesk::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Several words all have to match; accents and capital letters do not matter.</source>
        <translation>Tous les mots doivent correspondre&#xa0;; accents et majuscules sont ignorés.</translation>
    </message>
    <message>
        <source>Name, e-mail, street, postal code, city…</source>
        <translation>Nom, e-mail, rue, code postal, ville…</translation>
    </message>
</context>
<context>
    <name>addressdesk::SearchReturn</name>
    <message>
        <source>The search %1 was left to show this address.</source>
        <extracomment>%1 is what the person searched for, in quotation marks</extracomment>
        <translation>La recherche %1 a été quittée pour afficher cette adresse.</translation>
    </message>
    <message>
        <source>&amp;Back to the search</source>
        <translation>&amp;Revenir à la recherche</translation>
    </message>
</context>
<context>
    <name>addressdesk::SetBackGuard</name>
    <message>
        <source>Set &amp;back</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Set %n field(s) of %1 back?</source>
        <extracomment>%1 a customer&apos;s name</extracomment>
        <translation>
            <numerusform>Rétablir %n champ de %1&#xa0;?</numerusform>
            <numerusform>Rétablir %n champs de %1&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore the address of %1?</source>
        <translation>Restaurer l’adresse de %1&#xa0;?</translation>
    </message>
    <message>
        <source>Delete the address of %1?</source>
        <translation>Supprimer l’adresse de %1&#xa0;?</translation>
    </message>
    <message>
        <source>Set %1 of %2 back to %3?</source>
        <extracomment>%1 a field&apos;s title, %2 a customer&apos;s name, %3 a value in quotation marks, or the words &quot;no value&quot; or &quot;empty&quot;</extracomment>
        <translation>%2, champ «&#xa0;%1&#xa0;»&#xa0;: rétablir %3&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Your last save concerned %n other address(es).</source>
        <translation>
            <numerusform>Votre dernier enregistrement concernait %n autre adresse.</numerusform>
            <numerusform>Votre dernier enregistrement concernait %n autres adresses.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your last change concerned another address.</source>
        <translation>Votre dernière modification concernait une autre adresse.</translation>
    </message>
    <message>
        <source>Your last change concerned %1.</source>
        <extracomment>%1 a customer&apos;s name</extracomment>
        <translation>Votre dernière modification concernait %1.</translation>
    </message>
    <message>
        <source>It is not the address that you chose, which has left the list.</source>
        <translation>Ce n’est pas l’adresse que vous aviez choisie&#xa0;: celle-ci a quitté la liste.</translation>
    </message>
</context>
<context>
    <name>addressdesk::SideDocks</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>addressdesk::SortMenu</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Trier par</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>&amp;Croissant</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>&amp;Décroissant</translation>
    </message>
</context>
<context>
    <name>addressdesk::StatusCounts</name>
    <message>
        <source>Opens the outbox</source>
        <translation>Ouvre la boîte d’envoi</translation>
    </message>
    <message>
        <source>Opens what customers ask for</source>
        <translation>Ouvre les demandes des clients</translation>
    </message>
    <message>
        <source>Mails cannot be sent</source>
        <extracomment>Status bar</extracomment>
        <translation>Les e-mails ne partent pas</translation>
    </message>
    <message>
        <source>Mails: %1</source>
        <extracomment>For screen readers: %1 for example &quot;2 waiting&quot;</extracomment>
        <translation>E-mails&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>addressdesk::StatusLine</name>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Addresses shown</source>
        <translation>Adresses affichées</translation>
    </message>
    <message>
        <source>Unsaved edits</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
    <message>
        <source>No database is open</source>
        <translation>Aucune base n’est ouverte</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Status bar: %1 the database&apos;s short name, %2 SQLite or PostgreSQL</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, read only</source>
        <translation>%1, lecture seule</translation>
    </message>
    <message>
        <source>The connection is encrypted.</source>
        <translation>La connexion est chiffrée.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>La connexion n’est pas chiffrée.</translation>
    </message>
    <message>
        <source>Changes are recorded under this name</source>
        <translation>Les modifications sont notées sous ce nom</translation>
    </message>
    <message numerus="yes">
        <source>%1 found</source>
        <extracomment>%n only chooses the plural; %1 is the number as people write it</extracomment>
        <translation>
            <numerusform>%1 trouvée</numerusform>
            <numerusform>%1 trouvées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 address(es)</source>
        <translation>
            <numerusform>%1 adresse</numerusform>
            <numerusform>%1 adresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n non enregistré</numerusform>
            <numerusform>%n non enregistrés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no connection</source>
        <extracomment>Status bar: %1 names the database</extracomment>
        <translation>%1&#xa0;: pas de connexion</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>comptage…</translation>
    </message>
</context>
<context>
    <name>addressdesk::TablesQuestion</name>
    <message>
        <source>Create tables</source>
        <translation>Créer les tables</translation>
    </message>
    <message>
        <source>Create them now? Only what is listed here is added; tables and rows that are there already stay as they are.</source>
        <translation>Les créer maintenant&#xa0;? Seul ce qui est listé ici est ajouté&#xa0;; les tables et les lignes existantes restent telles quelles.</translation>
    </message>
    <message>
        <source>What would be created</source>
        <translation>Ce qui serait créé</translation>
    </message>
    <message>
        <source>Create &amp;tables</source>
        <translation>Créer les &amp;tables</translation>
    </message>
</context>
<context>
    <name>addressdesk::TaskNews</name>
    <message>
        <source>Sho&amp;w them</source>
        <translation>Le&amp;s afficher</translation>
    </message>
    <message>
        <source>Sho&amp;w the request</source>
        <translation>Afficher la de&amp;mande</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Voir</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
</context>
<context>
    <name>addressdesk::TasksDialog</name>
    <message>
        <source>&amp;Go to address</source>
        <translation>&amp;Aller à l’adresse</translation>
    </message>
    <message>
        <source>Set back anyway</source>
        <translation>Rétablir quand même</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
    <message>
        <source>Go to address</source>
        <translation>Aller à l’adresse</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Leaves the value as it is and takes the request off the list</source>
        <translation>Laisse la valeur telle quelle et retire la demande de la liste</translation>
    </message>
    <message>
        <source>No database is open.</source>
        <translation>Aucune base de données n’est ouverte.</translation>
    </message>
    <message>
        <source>No customer waits for an answer.</source>
        <translation>Aucun client n’attend de réponse.</translation>
    </message>
    <message numerus="yes">
        <source>Only the oldest %n are shown.</source>
        <translation>
            <numerusform>Seule la plus ancienne est affichée.</numerusform>
            <numerusform>Seules les %n plus anciennes sont affichées.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Set back anyway</source>
        <translation>&amp;Rétablir quand même</translation>
    </message>
    <message>
        <source>%1 anyway</source>
        <extracomment>a button: %1 is for example &quot;Set back to “Paris”&quot;</extracomment>
        <translation>%1 quand même</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture en cours…</translation>
    </message>
    <message>
        <source>Customer requests</source>
        <translation>Demandes des clients</translation>
    </message>
    <message>
        <source>These customers clicked a link to set a value back that has changed again since. A link does not overwrite a later value; you may.</source>
        <translation>Ces clients ont cliqué sur un lien pour rétablir une valeur qui a encore changé depuis. Un lien n’écrase pas une valeur plus récente&#xa0;; vous pouvez le faire.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a customer&apos;s name, %2 a sentence such as &quot;City set back to “Lyon”.&quot;</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>addressdesk::UndoSteps</name>
    <message>
        <source>edit of %1</source>
        <extracomment>After &quot;Undo&quot; or &quot;Redo&quot;; %1 is a field&apos;s title</extracomment>
        <translation>la modification de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>discarding</source>
        <extracomment>After &quot;Undo&quot; or &quot;Redo&quot;</extracomment>
        <translation>l’abandon des modifications</translation>
    </message>
</context>
<context>
    <name>addressdesk::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Address Desk</source>
        <translation>Address Desk</translation>
    </message>
    <message>
        <source>Correct customers&apos; addresses. Every change stays in the history and can be set back.</source>
        <translation>Corrigez les adresses des clients. Chaque modification reste dans l’historique et vous pouvez revenir dessus.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Essayer la base d’exemple</translation>
    </message>
    <message>
        <source>Made-up customers in real towns, on this computer</source>
        <translation>Des clients inventés dans de vraies villes, sur cet ordinateur</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Ouvrir une base de données</translation>
    </message>
    <message>
        <source>An SQLite file that already exists</source>
        <translation>Un fichier SQLite qui existe déjà</translation>
    </message>
    <message>
        <source>Connect to PostgreSQL</source>
        <translation>Se connecter à PostgreSQL</translation>
    </message>
    <message>
        <source>A server that is shared with others</source>
        <translation>Un serveur partagé avec d’autres</translation>
    </message>
    <message>
        <source>New database</source>
        <translation>Nouvelle base de données</translation>
    </message>
    <message>
        <source>An empty SQLite file</source>
        <translation>Un fichier SQLite vide</translation>
    </message>
</context>
</TS>
