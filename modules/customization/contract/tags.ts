import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Color } from './color.ts'

/** A tag beside a record. */
export const TagRef = z.object({ id: Id, name: z.string(), color: Color })
export type TagRef = z.infer<typeof TagRef>

export const Tag = TagRef.extend({
  /** Records that carry it, of every type. */
  uses: z.number().int(),
  version: z.number().int(),
})
export type Tag = z.infer<typeof Tag>

const TagName = z.string().trim().min(1).max(60)

export const TagInput = z.object({ name: TagName, color: Color.optional() })
export type TagInput = z.infer<typeof TagInput>

export const TagChange = z.object({
  version: z.number().int(),
  name: TagName.optional(),
  color: Color.optional(),
})
export type TagChange = z.infer<typeof TagChange>

export const listTagsRoute = defineRoute({
  method: 'GET',
  path: '/tags',
  summary: "The firm's tags by name, with the number of records that carry each",
  permission: 'signedIn',
  query: z.object({ q: z.string().trim().max(60).optional() }),
  answer: z.object({ items: z.array(Tag) }),
})

export const createTagRoute = defineRoute({
  method: 'POST',
  path: '/tags',
  summary: 'Make a tag while typing; a tag of the same name is answered as it is',
  permission: 'signedIn',
  body: TagInput,
  answer: TagRef,
  status: 201,
})

export const updateTagRoute = defineRoute({
  method: 'PATCH',
  path: '/tags/:id',
  summary: 'Rename or recolour a tag',
  permission: 'customization.manage',
  params: IdParams,
  body: TagChange,
  answer: TagRef,
  errors: ['customization.labelTaken'],
})

export const mergeTagRoute = defineRoute({
  method: 'POST',
  path: '/tags/:id/merge',
  summary: 'Give all records of a tag another tag instead',
  permission: 'customization.manage',
  params: IdParams,
  body: z.object({ into: Id }),
  answer: TagRef,
  errors: ['customization.cannotMerge'],
})

export const deleteTagRoute = defineRoute({
  method: 'DELETE',
  path: '/tags/:id',
  summary: 'Remove a tag from every record',
  permission: 'customization.manage',
  params: IdParams,
  answer: 'none',
})
