import type { z } from 'zod'
import { ListDescription, ListQuery, ListSummary, listAnswer, SummaryQuery } from './list.ts'
import { defineRoute } from './route.ts'

interface ListRoutes<R extends z.ZodType> {
  /** `/deals` */
  path: string
  /** `deals` */
  name: string
  read: string
  /** The permission to bring back what was deleted. */
  restore: string
  row: R
}

/** The routes of a record type's list: its pages, those of its recycle bin, its sums and its fields. */
export function listRoutes<R extends z.ZodType>({ path, name, read, restore, row }: ListRoutes<R>) {
  return {
    list: defineRoute({
      method: 'GET',
      path,
      summary: `The ${name} that I may see; own fields filter and sort as \`custom.<key>\``,
      permission: read,
      query: ListQuery,
      answer: listAnswer(row),
    }),
    bin: defineRoute({
      method: 'GET',
      path: `${path}/bin`,
      summary: `The ${name} in the recycle bin that I may bring back`,
      permission: restore,
      query: ListQuery,
      answer: listAnswer(row),
    }),
    summary: defineRoute({
      method: 'GET',
      path: `${path}/summary`,
      summary: `Counts and values over all ${name} that a filter of the list matches, whole and by group`,
      permission: read,
      query: SummaryQuery,
      answer: ListSummary,
    }),
    fields: defineRoute({
      method: 'GET',
      path: `${path}/fields`,
      summary: `The fields of the list of ${name}, with the own ones, labels in my language`,
      permission: read,
      answer: ListDescription,
    }),
  }
}
