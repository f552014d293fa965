import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type {
  GenericGateway,
  MailSecurity,
  OutgoingChannel,
  OutgoingState,
  SmsProvider,
} from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    mailServers: MailServersTable
    smsGateways: SmsGatewaysTable
    outgoingMessages: OutgoingMessagesTable
  }
}

interface MailServersTable {
  tenantId: number
  host: string
  port: number
  security: MailSecurity
  username: string | null
  /** Encrypted. */
  secret: string | null
  fromName: string | null
  fromAddress: string
  version: number
}

interface SmsGatewaysTable {
  tenantId: number
  provider: SmsProvider
  lineNumber: string | null
  username: string | null
  /** Encrypted. */
  secret: string | null
  generic: Json<GenericGateway | null>
  version: number
}

interface OutgoingMessagesTable {
  tenantId: number
  id: string
  channel: OutgoingChannel
  /** What the sender calls it: a second message of the same key is not made. */
  key: string
  recipient: string
  recipientName: string | null
  subject: string | null
  /** Texts are emptied once nothing more is to be done with them. */
  bodyText: string | null
  bodyHtml: string | null
  /** Files that go along. */
  fileIds: string[]
  state: OutgoingState
  attempts: Generated<number>
  fault: string | null
  providerId: string | null
  createdAt: string
  sendingAt: string | null
  sentAt: string | null
}
