import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
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

/** A gateway of SMS over a real socket that keeps what it is asked. */
export interface SmsInbox {
  url: string
  asked: { path: string; headers: IncomingMessage['headers']; body: string }[]
  stop(): void
}

/** Starts it; `answer` writes what its maker documents, a plain yes where it is left out. */
export async function startSmsInbox(answer: (response: ServerResponse) => void = accept): Promise<SmsInbox> {
  const asked: SmsInbox['asked'] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      asked.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const accept = (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
