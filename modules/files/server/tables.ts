import type { Generated } from 'kysely'

declare module '@peyvand/platform/tables' {
  interface Tables {
    files: FilesTable
    attachments: AttachmentsTable
  }
}

interface FilesTable {
  tenantId: number
  id: string
  name: string
  type: string
  /** Bytes, as `bigint` comes. */
  size: string
  sha256: string
  storageKey: string
  /** `uploading` until the content is stored: what stays so was cut off. */
  state: 'uploading' | 'ready'
  createdBy: string | null
  createdAt: Generated<string>
  unattachedSince: Generated<string | null>
}

interface AttachmentsTable {
  tenantId: number
  record: string
  recordId: string
  fileId: string
  position: number
  /** Since when an own field holds it no longer. */
  letGoAt: Generated<string | null>
  createdBy: string | null
  createdAt: Generated<string>
}
