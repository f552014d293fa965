import { daysBetween, fromJalali, isJalaliLeapYear, localDate, toJalali } from '@peyvand/persian'
import { askHookAtOnce, type Ctx, planByValues, together } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { NextStep, Party, PartyAlert, PartyFile } from '../contract/index.ts'
import { TimelineQuery } from '../contract/index.ts'
import { linksOf, rollUpIds } from './links.ts'
import { partyAlerts, partyCounts, partyNextSteps } from './party-hooks.ts'
import { getOpenableParty } from './party-queries.ts'
import { readTimeline, seenRows } from './timeline-reader.ts'

const birthdayWithinDays = 7
const firstSteps = 10

/** Everything the first screen of a file shows. @throws AppError notFound */
export async function getPartyFile(ctx: Ctx, id: string): Promise<PartyFile> {
  const party = await getOpenableParty(ctx, id)
  return planByValues(ctx, () => fileOf(ctx, party))
}

async function fileOf(ctx: Ctx, party: Party): Promise<PartyFile> {
  const { id } = party
  const today = localDate(ctx.now(), ctx.timeZone)
  const [alerts, steps, counts, types, links, timeline] = await together([
    askHookAtOnce(ctx, partyAlerts, { partyId: id }),
    askHookAtOnce(ctx, partyNextSteps, { partyId: id }),
    askHookAtOnce(ctx, partyCounts, { partyId: id }),
    countTypes(ctx, id),
    linksOf(ctx, id),
    rollUpIds(ctx, party).then((ids) => readTimeline(ctx, ids, TimelineQuery.parse({}))),
  ])
  return {
    party,
    alerts: [...ownAlerts(party, today), ...alerts.flat()],
    nextSteps: inOrder([...ownSteps(party, today), ...steps.flat()]).slice(0, firstSteps),
    counts: Object.assign(types, ...counts) as Record<string, number>,
    links,
    timeline,
  }
}

/** What the record itself warns of. */
export function ownAlerts(
  party: Pick<Party, 'kind' | 'doNotContact' | 'nextContactOn' | 'birthDate' | 'deletedAt'>,
  today: string,
): PartyAlert[] {
  if (party.deletedAt) return [{ text: 'parties.alert.inBin', tone: 'warning', params: {} }]
  const alerts: PartyAlert[] = []
  if (party.doNotContact) alerts.push({ text: 'parties.alert.doNotContact', tone: 'danger', params: {} })
  if (party.nextContactOn && party.nextContactOn < today) {
    alerts.push({
      text: 'parties.alert.nextContactOverdue',
      tone: 'warning',
      params: { days: daysBetween(party.nextContactOn, today) },
    })
  }
  const days = party.kind === 'person' && party.birthDate ? daysToBirthday(party.birthDate, today) : null
  if (days === 0) alerts.push({ text: 'parties.alert.birthdayToday', tone: 'info', params: {} })
  else if (days !== null && days <= birthdayWithinDays) {
    alerts.push({ text: 'parties.alert.birthdaySoon', tone: 'info', params: { days } })
  }
  return alerts
}

/** Days until the next Jalali birthday; who was born on 30 Esfand has it on the 29th of common years. */
export function daysToBirthday(birthDate: string, today: string): number {
  const born = toJalali(birthDate)
  const { year } = toJalali(today)
  const inYear = (y: number) =>
    fromJalali({
      year: y,
      month: born.month,
      day: born.month === 12 && born.day === 30 && !isJalaliLeapYear(y) ? 29 : born.day,
    })
  const thisYear = inYear(year)
  return daysBetween(today, thisYear >= today ? thisYear : inYear(year + 1))
}

const ownSteps = (party: Party, today: string): NextStep[] =>
  party.nextContactOn
    ? [
        {
          subjectType: 'parties',
          subjectId: party.id,
          kind: 'nextContact',
          title: null,
          dueAt: party.nextContactOn,
          overdue: party.nextContactOn < today,
          owner: party.owner,
        },
      ]
    : []

/** By time, those without one last: what is overdue comes first by itself. */
const inOrder = (steps: NextStep[]): NextStep[] =>
  steps.toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))

async function countTypes(ctx: Ctx, partyId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ type: string; count: number }>`
    select t.type, count(*)::int as count from timeline t
    where t.tenant_id = ${ctx.tenantId} and t.party_id = ${partyId}::uuid and ${await seenRows(ctx)}
    group by t.type`.execute(ctx.db)
  return Object.fromEntries(rows.map((row) => [row.type, row.count]))
}
