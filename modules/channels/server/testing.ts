import type { AddressInfo, Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A real SMTP server on a port of its own that keeps what it takes. */
export interface SmtpInbox {
  port: number
  mails: ParsedMail[]
  /** Cuts all connections without a word. */
  cut(): void
  stop(): Promise<void>
}

/** The mail, or null where its sender was cut off half-way. */
export async function wholeMail(stream: Readable): Promise<ParsedMail | null> {
  try {
    return await simpleParser(stream)
  } catch {
    return null
  }
}

/** Starts it; `options` may refuse, ask for a password, or not answer. */
export async function startSmtpInbox(options: SMTPServerOptions = {}): Promise<SmtpInbox> {
  const mails: ParsedMail[] = []
  const keep = async (stream: Readable, done: (error?: Error) => void) => {
    const mail = await wholeMail(stream)
    if (mail) mails.push(mail)
    done()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => void keep(stream, done),
    ...options,
  })
  server.on('error', () => undefined)
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket) => void sockets.add(socket))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
