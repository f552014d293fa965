import { createActivity } from '@peyvand/activities/server'
import { createReminder } from '@peyvand/notifications/server'
import { addDays, instantAt, localDate } from '@peyvand/persian'
import { type Actor, type App, type Ctx } from '@peyvand/platform/server'
import type { ScriptAnswer, ScriptRun } from '@peyvand/templates/contract'
import { answerStep, listScripts, startRun } from '@peyvand/templates/server'
import { actAs } from './act-as.ts'
import type { Random } from './random.ts'
import { recordSample } from './sample-activities.ts'

interface Talker {
  actor: Actor
  random: Random
  mine: readonly { id: string; name: string }[]
}

const callsEach = 5
/** Days from today, and when. */
const meetings = [
  { inDays: 1, from: '10:00', to: '11:00', subject: 'جلسهٔ هماهنگی هفتگی فروش', place: 'اتاق جلسات' },
  { inDays: 3, from: '14:00', to: '15:30', subject: 'مرور پیشنهادهای باز', place: 'دفتر مرکزی' },
] as const

/** Calls by the firm's script, meetings of several colleagues and a customer, reminders of them. Answers how many activities. */
export async function fillTalks(app: App, talkers: readonly Talker[]): Promise<number> {
  let activities = 0
  for (const [turn, talker] of talkers.entries()) {
    const others = talkers.filter((one) => one !== talker).map(({ actor }) => actor)
    activities += await actAs(app, {
      actor: talker.actor,
      run: async (ctx) => {
        const called = await callByScript(ctx, talker)
        return turn === 0 ? called + (await meetOthers(ctx, talker, others)) : called
      },
    })
  }
  return activities
}

async function callByScript(ctx: Ctx, { random, mine }: Talker): Promise<number> {
  const { items } = await listScripts(ctx, { limit: 1, count: 'none' })
  const [script] = items
  if (!script || mine.length === 0) return 0
  for (let turn = 0; turn < callsEach; turn += 1) {
    const party = random.pick(mine)
    const at = new Date(ctx.now().getTime() - random.between(1, 20) * 86_400_000)
    const activityId = await recordSample(ctx, {
      random,
      at,
      isPast: true,
      kinds: { call: 1 },
      party,
      results: new Map(),
    })
    await answerAll(ctx, random, await startRun(ctx, { scriptId: script.id, partyId: party.id, activityId }))
  }
  return callsEach
}

async function answerAll(ctx: Ctx, random: Random, begun: ScriptRun): Promise<void> {
  let run = begun
  for (let step = run.steps.at(-1); step && !step.isPassed; step = run.steps.at(-1)) {
    const answer = answerTo(ctx, random, step)
    run = await answerStep(ctx, { id: run.id, stepId: step.id, answer })
  }
}

function answerTo(ctx: Ctx, random: Random, { question }: ScriptRun['steps'][number]): ScriptAnswer {
  if (!question) return null
  switch (question.type) {
    case 'single':
      return random.pick(question.options).id
    case 'multi':
      return [random.pick(question.options).id]
    case 'number':
      return random.between(5, 60) * 10
    case 'date':
      return addDays(localDate(ctx.now(), ctx.timeZone), random.between(2, 20))
    case 'text':
      return 'در تماس بعدی گفته شود.'
  }
}

async function meetOthers(ctx: Ctx, { mine }: Talker, others: readonly Actor[]): Promise<number> {
  const today = localDate(ctx.now(), ctx.timeZone)
  for (const [turn, { inDays, from, to, subject, place }] of meetings.entries()) {
    const day = addDays(today, inDays)
    const guest = mine[turn]
    const { id } = await createActivity(ctx, {
      kind: 'meeting',
      subject,
      status: 'planned',
      plannedAt: instantAt(day, from, ctx.timeZone),
      meeting: { place, link: null, endsAt: instantAt(day, to, ctx.timeZone), minutes: null },
      participants: [
        ...others.slice(0, 3).map(({ userId }) => ({ userId: userId as string })),
        ...(guest ? [{ partyId: guest.id }] : []),
      ],
      parties: guest ? [{ partyId: guest.id, role: 'subject' }] : [],
    })
    await createReminder(ctx, {
      subject: { type: 'activities', id },
      at: instantAt(day, '08:30', ctx.timeZone),
      note: 'دستور جلسه آماده شود.',
    })
  }
  return meetings.length
}
