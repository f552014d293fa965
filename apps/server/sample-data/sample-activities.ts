import { announceCreated, insertActivity, type NewActivity } from '@peyvand/activities/server'
import type { Ctx } from '@peyvand/platform/server'
import type { Random } from './random.ts'
import { bodies, subjects } from './words.ts'

type Kind = keyof typeof subjects

export type KindShares = Readonly<Partial<Record<Kind, number>>>

/** Letters and faxes are the office's: it alone keeps the registers. */
export const salesKinds: KindShares = { call: 50, task: 16, meeting: 12, email: 11, sms: 7, telegram: 4 }
export const officeKinds: KindShares = { letter: 70, fax: 18, call: 12 }

interface Setting {
  random: Random
  /** When it happened, or is to happen. */
  at: Date
  isPast: boolean
  kinds: KindShares
  party: { id: string; name: string }
  /** Result values by list. */
  results: ReadonlyMap<string, readonly string[]>
}

const noDetails = { letter: null, fax: null, call: null, task: null, meeting: null, message: null }

/** One made-up activity of the actor with a party: done when it lies in the past, planned otherwise. Answers its id. */
export async function recordSample(ctx: Ctx, setting: Setting): Promise<string> {
  const activity = sampleActivity(ctx, setting)
  const row = await insertActivity(ctx, activity)
  const about = { partyIds: [setting.party.id], targets: [] }
  await announceCreated(ctx, row, { about, answered: activity.details.call?.answered ?? true })
  return row.id
}

function sampleActivity({ actor }: Ctx, { random, at, isPast, kinds, party, results }: Setting): NewActivity {
  const kind = random.weighted(isPast ? kinds : { call: 5, task: 3, meeting: 2 }) as Kind
  const moment = at.toISOString()
  // A few things of the last weeks were left undone.
  const isDone = isPast && !(kind === 'task' && random.chance(0.06))
  const values = results.get(`${kind}Results`) ?? []
  return {
    kind,
    direction: directionOf(random, kind),
    status: isDone ? 'done' : 'planned',
    subject: random.pick(subjects[kind]),
    body: random.chance(0.4) ? random.pick(bodies) : null,
    occurredAt: isDone ? moment : null,
    doneAt: isDone ? moment : null,
    plannedAt: kind === 'meeting' && !isDone ? moment : null,
    dueAt: isDone ? null : moment,
    durationMinutes: kind === 'meeting' ? random.pick([30, 45, 60, 90]) : null,
    resultId: isDone && values.length > 0 && random.chance(0.8) ? random.pick(values) : null,
    priority: random.weighted({ low: 1, normal: 8, high: 2, urgent: 1 }),
    ownerId: actor.userId as string,
    teamId: actor.teamIds[0] ?? null,
    details: detailsOf(random, kind, moment, party.name),
    parties: [{ partyId: party.id, role: 'subject' }],
    participants: [],
    tagIds: [],
    custom: {},
  }
}

function directionOf(random: Random, kind: Kind): NewActivity['direction'] {
  if (kind === 'task') return 'internal'
  return random.chance(0.4) ? 'incoming' : 'outgoing'
}

function detailsOf(random: Random, kind: Kind, moment: string, party: string): NewActivity['details'] {
  switch (kind) {
    case 'call':
      return {
        ...noDetails,
        call: { number: null, answered: random.chance(0.85), durationSeconds: random.between(20, 900) },
      }
    case 'letter':
      return {
        ...noDetails,
        letter: {
          letterNo: `${random.between(100, 9999)}/${random.pick(['ص', 'ب', 'م'])}`,
          letterDate: moment.slice(0, 10),
          recipients: [party],
          copies: [],
          enclosures: random.between(0, 2),
          urgency: 'normal',
          registerId: null,
          registryNo: null,
          registeredAt: null,
        },
      }
    case 'fax':
      return { ...noDetails, fax: { number: null, pages: random.between(1, 6) } }
    case 'task':
      return { ...noDetails, task: { progress: 0, checklist: [] } }
    case 'meeting':
      return {
        ...noDetails,
        meeting: {
          place: random.pick(['دفتر مرکزی', 'دفتر مشتری', 'نمایشگاه']),
          link: null,
          endsAt: null,
          minutes: null,
        },
      }
    default:
      return { ...noDetails, message: { sender: null, addresses: [], copies: [] } }
  }
}
