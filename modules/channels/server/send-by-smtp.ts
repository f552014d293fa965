import { type App, AppError, allowedAddress } from '@peyvand/platform/server'
import type { MailServerRow } from './mail-server.ts'
import type { Outcome } from './outcome.ts'
import { opened } from './secrets.ts'

export interface Mail {
  /** Part of the Message-ID, so that a mail client takes a second copy for the same mail. */
  id: string
  to: string
  toName: string | null
  subject: string
  text: string
  html: string | null
  attachments?: readonly MailAttachment[]
}

export interface MailAttachment {
  filename: string
  contentType: string
  content: Buffer
}

const connectMs = 10_000
const silenceMs = 30_000

/** Hands one mail to the firm's server. Never throws; nothing of it runs in a transaction. */
export async function sendBySmtp(
  app: Pick<App, 'secretKey' | 'insideHosts'>,
  server: MailServerRow,
  mail: Mail,
): Promise<Outcome> {
  // From the command DATA on the server may have taken the mail even when its answer is lost.
  let handedOver = false
  try {
    const { address } = await allowedAddress(server.host, app.insideHosts)
    const secret = opened(app, server.secret)
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      host: address,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'startTls',
      ignoreTLS: server.security === 'none',
      tls: { servername: server.host },
      ...(server.username ? { auth: { user: server.username, pass: secret ?? '' } } : {}),
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      dnsTimeout: connectMs,
      socketTimeout: silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      transactionLog: true,
      logger: watchCommands((command) => {
        if (command === 'DATA') handedOver = true
      }),
    })
    const { messageId } = await transport.sendMail({
      from: { name: server.fromName ?? '', address: server.fromAddress },
      to: { name: mail.toName ?? '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      ...(mail.html ? { html: mail.html } : {}),
      ...(mail.attachments ? { attachments: [...mail.attachments] } : {}),
      messageId: `<${mail.id}@${server.fromAddress.split('@')[1]}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { type: 'sent', providerId: messageId }
  } catch (error) {
    return outcomeOf(error, handedOver)
  }
}

interface SmtpError extends Error {
  code?: string
  responseCode?: number
}

/** Codes of nodemailer that no second try would change. */
const lasting = ['EAUTH', 'ENOAUTH', 'ETLS', 'EREQUIRETLS', 'EENVELOPE', 'EMESSAGE', 'ECONFIG']

function outcomeOf(error: unknown, handedOver: boolean): Outcome {
  const { message, code = '', responseCode } = error as SmtpError
  if (error instanceof AppError) return { type: 'refused', fault: error.code }
  // The server's own answer is final in either sense (RFC 5321 §4.2.1): 4yz for now, 5yz for good.
  if (responseCode) return { type: responseCode < 500 ? 'later' : 'refused', fault: message }
  if (lasting.includes(code)) return { type: 'refused', fault: message }
  return { type: handedOver ? 'uncertain' : 'later', fault: message }
}

/** A logger for nodemailer that listens to the commands it sends and writes nothing: they hold passwords. */
function watchCommands(see: (command: string) => void) {
  const note = (entry: { tnx?: string }, text = '') => {
    if (entry.tnx === 'client') see(text.trim().toUpperCase())
  }
  const ignore = () => {}
  return {
    level: ignore,
    trace: ignore,
    debug: note,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  }
}
