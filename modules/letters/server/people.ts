import { cleanText } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import type { LetterPerson } from '../contract/index.ts'
import './tables.ts'

export interface LetterPeople {
  recipients: LetterPerson[]
  copies: LetterPerson[]
}

/** Names as they stand on the letter itself. */
export interface LetterNames {
  recipients: readonly string[]
  copies: readonly string[]
}

/** The letter's people in its order: names are the activity's, the rest is added where it is known. */
export async function peopleOf(ctx: Ctx, activityId: string, names: LetterNames): Promise<LetterPeople> {
  const rows = await ctx.db
    .selectFrom('letterPeople')
    .select(['role', 'name', 'title', 'reason', 'userId', 'partyId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .orderBy('position')
    .execute()
  const named = (role: 'recipient' | 'copy', name: string): LetterPerson => {
    const { role: _role, ...known } = rows.find((row) => row.role === role && row.name === name) ?? {
      role,
      title: '',
      reason: '',
      userId: null,
      partyId: null,
    }
    return { ...known, name }
  }
  return {
    recipients: names.recipients.map((name) => named('recipient', name)),
    copies: names.copies.map((name) => named('copy', name)),
  }
}

/** Keeps what the names lack; the names themselves go with the activity. */
export async function setPeople(ctx: Ctx, activityId: string, people: LetterPeople): Promise<void> {
  await ctx.db
    .deleteFrom('letterPeople')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .execute()
  const rows = [
    ...people.recipients.map((person, position) => ({ role: 'recipient' as const, person, position })),
    ...people.copies.map((person, position) => ({ role: 'copy' as const, person, position })),
  ]
  if (rows.length === 0) return
  await ctx.db
    .insertInto('letterPeople')
    .values(
      rows.map(({ role, position, person }) => ({
        tenantId: ctx.tenantId,
        activityId,
        role,
        position,
        name: cleanText(person.name),
        title: cleanText(person.title),
        reason: cleanText(person.reason),
        userId: person.userId,
        partyId: person.partyId,
      })),
    )
    .execute()
}
