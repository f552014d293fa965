import { ensureTag, valuesByLabel } from '@peyvand/customization/server'
import { addColleague, createTeam } from '@peyvand/identity/server'
import { localDate } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import { colleagues, teams } from './colleagues.ts'
import type { Choices } from './sample-parties.ts'

/** The made-up teams and colleagues. Answers the ids of the colleagues. */
export async function makeStaff(ctx: Ctx): Promise<string[]> {
  const teamIds = new Map<string, string>()
  for (const { key, name, parent } of teams) {
    const team = await createTeam(ctx, { name, parentId: parent ? (teamIds.get(parent) ?? null) : null })
    teamIds.set(key, team.id)
  }
  const ids: string[] = []
  for (const { team, account, ...colleague } of colleagues) {
    const email = `${account}@sample${ctx.tenantId}.example`
    ids.push(
      await addColleague(ctx, { ...colleague, email, teamId: team ? (teamIds.get(team) ?? null) : null }),
    )
  }
  return ids
}

/** Tags, and the values of lists that made-up records are given. */
export async function loadChoices(ctx: Ctx) {
  const values = async (list: string) => [...new Set((await valuesByLabel(ctx, list)).values())]
  const tags: string[] = []
  for (const [name, color] of [
    ['نمایشگاه ۱۴۰۵', 'blue'],
    ['خرید عمده', 'green'],
    ['نیازمند توجه', 'red'],
    ['همکار قدیمی', 'purple'],
  ] as const) {
    tags.push((await ensureTag(ctx, { name, color })).id)
  }
  const choices: Choices = {
    sources: await values('sources'),
    levels: await values('customerLevels'),
    industries: await values('industries'),
    tags,
    today: localDate(ctx.now(), ctx.timeZone),
  }
  const results = new Map<string, string[]>()
  for (const kind of ['letter', 'fax', 'call', 'task', 'meeting', 'email', 'sms', 'telegram']) {
    results.set(`${kind}Results`, await values(`${kind}Results`))
  }
  return { choices, results }
}
