import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Largest upload in bytes. */
export const maxFileBytes = 50 * 1024 * 1024

/** An upload that no record took within this many hours is removed. */
export const unattachedHours = 24

/** A file beside a record; its content is at `/files/:id/content`. */
export const FileRef = z.object({
  id: Id,
  name: z.string(),
  /** Found out from the content, not from what the sender said. */
  type: z.string(),
  size: z.number().int(),
})
export type FileRef = z.infer<typeof FileRef>

export const FileInfo = FileRef.extend({
  /** Hex SHA-256 of the content. */
  sha256: z.string(),
  createdAt: z.string(),
  createdBy: Id.nullable(),
})
export type FileInfo = z.infer<typeof FileInfo>

/** The record that files belong to: its type's key and id. */
export const RecordRef = z.object({ record: z.string().regex(/^[a-zA-Z][\w.]{0,59}$/), recordId: Id })
export type RecordRef = z.infer<typeof RecordRef>

export const uploadFileRoute = defineRoute({
  method: 'POST',
  path: '/files',
  summary: 'Upload one file as multipart/form-data; attach it to a record within a day',
  permission: 'signedIn',
  upload: true,
  answer: FileInfo,
  status: 201,
  errors: ['files.missing', 'files.empty'],
})

export const getFileRoute = defineRoute({
  method: 'GET',
  path: '/files/:id',
  summary: 'Name, type and size of a file of a record that the caller may see',
  permission: 'signedIn',
  params: IdParams,
  answer: FileInfo,
})

export const downloadFileRoute = defineRoute({
  method: 'GET',
  path: '/files/:id/content',
  summary: 'The file itself, as an attachment; images and PDF inside the page on demand',
  permission: 'signedIn',
  params: IdParams,
  query: z.object({ inline: z.stringbool().default(false) }),
  answer: 'file',
})

export const listFilesRoute = defineRoute({
  method: 'GET',
  path: '/files',
  summary: 'The files attached to a record',
  permission: 'signedIn',
  query: RecordRef,
  answer: z.object({ items: z.array(FileInfo), can: z.object({ change: z.boolean() }) }),
})

export const attachFilesRoute = defineRoute({
  method: 'POST',
  path: '/attachments',
  summary: 'Attach uploaded files to a record',
  permission: 'signedIn',
  body: RecordRef.extend({ fileIds: z.array(Id).min(1).max(50) }),
  answer: z.object({ items: z.array(FileInfo) }),
  status: 201,
})

export const detachFileRoute = defineRoute({
  method: 'DELETE',
  path: '/attachments/:record/:recordId/:fileId',
  summary: 'Take a file off a record; without any record it is removed after a day',
  permission: 'signedIn',
  params: RecordRef.extend({ fileId: Id }),
  answer: 'none',
})
