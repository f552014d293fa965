import { Confidentiality, Direction, LetterUrgency } from '@peyvand/activities/contract'
import { foundByText } from '@peyvand/activities/server'
import { toLatinDigits } from '@peyvand/persian'
import { type Ctx, escapeLike, type ListColumn, type ListSource } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { listRegisters } from '../registers.ts'
import { counterpart, isOverdue } from './book-rows.ts'

/** The register book as lists and exports read it: columns over `bookRows`. */
export async function bookSource(ctx: Ctx): Promise<ListSource> {
  const registers = await listRegisters(ctx)
  return {
    id: sql`e.id`,
    defaultSort: '-registeredAt',
    search: found,
    columns: {
      registryNo: { type: 'text', label: 'letters.registryNo', sql: sql`e.registry_no` },
      number: { type: 'number', label: 'letters.number', sql: sql`e.number`, sortable: true },
      year: { type: 'number', label: 'letters.year', sql: sql`e.year`, sortable: true },
      register: {
        type: 'enum',
        label: 'letters.register',
        sql: sql`e.register_id::text`,
        options: Object.fromEntries(
          registers.map(({ id, nameFa, nameEn }) => [id, ctx.locale === 'fa' ? nameFa : nameEn]),
        ),
      },
      registeredAt: {
        type: 'instant',
        label: 'letters.registeredAt',
        sql: sql`e.registered_at`,
        sortable: true,
      },
      registeredBy: { type: 'user', label: 'letters.registeredBy', sql: sql`e.registered_by` },
      direction: oneOf('activities.direction', sql`e.direction`, Direction.options),
      voided: { type: 'boolean', label: 'letters.void', sql: sql`(e.voided_at is not null)` },
      subject: text('activities.field.subject', sql`a.subject`),
      counterpart: text('letters.counterpart', counterpart),
      letterNo: text('letters.letterNo', sql`l.letter_no`),
      letterDate: {
        type: 'date',
        label: 'letters.letterDate',
        sql: sql`l.letter_date`,
        sortable: true,
        nullable: true,
      },
      urgency: {
        ...oneOf('activities.urgency', sql`l.urgency`, LetterUrgency.options),
        label: 'letters.urgency',
      },
      confidentiality: oneOf('activities.confidentiality', sql`a.confidentiality`, Confidentiality.options),
      enclosures: {
        type: 'number',
        label: 'letters.enclosures',
        sql: sql`l.enclosures`,
        sortable: true,
        nullable: true,
      },
      answerBy: {
        type: 'instant',
        label: 'letters.answerBy',
        sql: sql`a.due_at`,
        sortable: true,
        nullable: true,
      },
      overdue: { type: 'boolean', label: 'activities.overdue', sql: isOverdue(ctx) },
      owner: { type: 'user', label: 'activities.field.owner', sql: sql`a.owner_id` },
    },
  }
}

const text = (label: string, column: RawBuilder<unknown>): ListColumn => ({
  type: 'text',
  label,
  sql: column,
  sortable: true,
  nullable: true,
})

const oneOf = (label: string, column: RawBuilder<unknown>, options: readonly string[]): ListColumn => ({
  type: 'enum',
  label,
  sql: column,
  options: Object.fromEntries(options.map((option) => [option, `${label}.${option}`])),
})

/** By register number, and by the words of letters that the caller sees. */
function found(ctx: Ctx, given: string): RawBuilder<SqlBool> {
  const number = `%${escapeLike(toLatinDigits(given.trim()))}%`
  return sql`(e.registry_no like ${number} or ${foundByText(ctx, given)})`
}
