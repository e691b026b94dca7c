#!/usr/bin/python3
"""smtp_server.py [OPTION…]: a mail server on the loopback for tests; it ends when its standard input does.

Prints one JSON object a line: {"event": "ready", "port": …} first, then what it was told: "connected", "ehlo", "auth",
"mail", "waiting", "dropped", "cleartext" (the beginning of whatever came unencrypted).

What it does depends on the recipient's or sender's local part: reject 550, grey 450 to RCPT; refused 550 to MAIL; spam 554,
later 451 after the message; slow never answers; drop breaks off within the message; close breaks off after having accepted it;
hush closes the connection at DATA without a word.
"""
import argparse
import asyncio
import json
import logging
import os
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


def say(event, **values):
    print(json.dumps({"event": event, **values}), flush=True)


def is_for(address, name):
    return (address or "").startswith(name)


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if is_for(address, "refused"):
            return f"550 5.7.1 <{address}> may not send here"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        local, domain = address.split("@")
        if is_for(address, "reject"):
            return f"550-5.1.1 <{address}>: unknown\r\n550 5.1.1 no user {local.upper()} at {domain}"
        if is_for(address, "grey"):
            return f"450 4.2.0 {address} is greylisted, try later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        if is_for(recipient, "spam"):
            return "554 5.7.1 message refused"
        if is_for(recipient, "later"):
            return "451 4.3.0 try again later"
        if server.options.quiet:
            return "250 2.0.0 accepted"
        say("mail", sender=envelope.mail_from, recipients=envelope.rcpt_tos, content=envelope.content.decode("ascii"),
            tls=session.ssl is not None)
        return "250 2.0.0 accepted"


class Server(SMTP):
    options = None

    def connection_made(self, transport):
        if self._original_transport is None:  # Else it is the same connection after STARTTLS.
            say("connected")
        super().connection_made(transport)

    def data_received(self, data):
        if not self.options.quiet and self.options.security != "tls" and not (self.session and self.session.ssl):
            say("cleartext", data=data[:200].decode("latin-1"))  # A full pipe would block.
        super().data_received(data)

    async def push(self, status):
        # The greeting is the first thing that is said.
        if self.options.greeting and not getattr(self, "greeted", False):
            self.greeted = True
            await super().push(self.options.greeting)
            self.transport.close()
            return
        self.greeted = True
        await super().push(status)

    async def smtp_EHLO(self, hostname):
        say("ehlo", name=hostname)
        await super().smtp_EHLO(hostname)

    async def smtp_STARTTLS(self, arg):
        if self.options.starttls_reply:
            await self.push(self.options.starttls_reply)
        else:
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg):
        if self.options.auth_reply:
            await self.push(self.options.auth_reply)
        else:
            await super().smtp_AUTH(arg)

    async def smtp_DATA(self, arg):
        recipient = self.envelope.rcpt_tos[0] if self.envelope.rcpt_tos else ""
        if is_for(recipient, "slow"):
            say("waiting")
            await asyncio.sleep(3600)
        if is_for(recipient, "hush"):
            self.transport.abort()
            return
        if is_for(recipient, "drop"):
            await self.push("354 go on")
            await self._reader.readline()
            say("dropped")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)
        if is_for(recipient, "close"):
            self.transport.close()


def authenticator(options):
    def check(server, session, envelope, mechanism, data):
        good = (data.login, data.password) == (b"user", options.password.encode())
        say("auth", mechanism=mechanism, ok=good, tls=session.ssl is not None)
        return AuthResult(success=True, auth_data=data.login.decode()) if good else AuthResult(success=False, handled=False)
    return check


async def serve(options):
    loop = asyncio.get_running_loop()
    context = None
    if options.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)
    Server.options = options
    Server.line_length_limit = 1001
    arguments = {"hostname": "mail.test", "loop": loop, "timeout": 600}
    if options.security == "starttls":
        arguments.update(tls_context=context, require_starttls=True)
    if options.password:
        arguments.update(authenticator=authenticator(options), auth_required=options.auth_required,
                         auth_require_tls=options.security == "starttls")
    server = await loop.create_server(lambda: Server(Handler(), **arguments), "127.0.0.1", 0,
                                      ssl=context if options.security == "tls" else None)
    say("ready", port=server.sockets[0].getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.read)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--security", choices=["starttls", "tls", "none"], default="none")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--password", default="")
    parser.add_argument("--auth-required", action="store_true")
    parser.add_argument("--greeting", default="")
    parser.add_argument("--starttls-reply", default="")
    parser.add_argument("--auth-reply", default="")
    parser.add_argument("--quiet", action="store_true", help="prints no mails")
    options = parser.parse_args()
    # aiosmtpd warns of logins without TLS, which is what some tests are about.
    warnings.simplefilter("ignore")
    logging.disable()
    # Sleeping connections must not keep the program from ending.
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)
    loop.run_until_complete(serve(options))
    sys.stdout.flush()
    os._exit(0)


main()
