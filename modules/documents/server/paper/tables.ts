import type { Locale } from '@peyvand/platform/contract'
import type { Generated } from 'kysely'
import type { PaperDesignInput, PartyBlock, ShareChannel } from '../../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    documentDesigns: DocumentDesignsTable
    documentFirms: DocumentFirmsTable
    documentShares: DocumentSharesTable
  }
}

interface DocumentDesignsTable extends PaperDesignInput {
  tenantId: number
  id: string
  archivedAt: string | null
  version: Generated<number>
}

interface DocumentFirmsTable extends PartyBlock {
  tenantId: number
  version: number
}

interface DocumentSharesTable {
  tenantId: number
  id: string
  documentId: string
  tokenHash: string
  channel: ShareChannel
  recipient: string | null
  language: Locale
  designId: string | null
  createdAt: string
  createdBy: string | null
  expiresAt: string
  revokedAt: string | null
  /** The first time that somebody opened it. */
  seenAt: string | null
  views: Generated<number>
}
