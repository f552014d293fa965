import { actorOf, aKey, aTeam, aUser } from '@peyvand/identity/testing'
import { type Actor, type App, newId } from '@peyvand/platform/server'

/** Who works in the measured firm, and the keys by which requests act for them. */
export interface Staff {
  administrator: Actor
  /** Salespeople, who see what is their own or their team's. */
  colleagues: readonly Actor[]
  keys: { administrator: string; own: string; team: string }
}

const teamCount = 5

/** Makes colleagues in five teams; the first sees own records, the second those of the team. */
export async function makeStaff(
  app: App,
  administrator: Actor,
  { count = 40 }: { count?: number } = {},
): Promise<Staff> {
  const { firm } = administrator
  const teams: string[] = []
  for (let i = 0; i < teamCount; i += 1) teams.push(await aTeam(app, firm))
  const leaderRole = await teamRole(app, firm.tenantId)
  const colleagues: Actor[] = []
  for (let i = 0; i < count; i += 1) {
    const team = teams[i % teamCount] as string
    const name = `همکار ${i + 1}`
    const role = i === 1 ? { roleIds: [leaderRole] } : {}
    colleagues.push(await aUser(app, firm, { name, teamIds: [team], ...role }))
  }
  const keyOf = async (actor: Actor) => (await aKey(app, actor)).authorization
  const [own, team] = colleagues as [Actor, Actor]
  return {
    administrator,
    colleagues,
    keys: { administrator: await keyOf(administrator), own: await keyOf(own), team: await keyOf(team) },
  }
}

const teamReach = JSON.stringify({ 'parties.read': 'team', 'activities.read': 'team', 'deals.read': 'team' })

/** The salesperson's role with the team's records in reach; such a role is the firm's own to make. */
async function teamRole(app: App, tenantId: number): Promise<string> {
  const id = newId()
  await app.ownerPool.query(
    `insert into roles (tenant_id, id, name_fa, name_en, everything, grants, rights, field_rules, created_at)
     select tenant_id, $2, 'سرپرست فروش', 'Sales leader', false,
       grants || $3::jsonb, rights, field_rules, now()
     from roles where tenant_id = $1 and key = 'salesperson'`,
    [tenantId, id, teamReach],
  )
  return id
}

/** The staff of a firm that was filled before, maybe by an older version that knew fewer rights, with new keys. */
export async function findStaff(app: App, administrator: Actor): Promise<Staff> {
  const { tenantId } = administrator.firm
  await app.ownerPool.query(
    `update roles leader set grants = ready.grants || $2::jsonb, rights = ready.rights from roles ready
     where leader.tenant_id = $1 and leader.name_en = 'Sales leader' and ready.tenant_id = $1 and ready.key = 'salesperson'`,
    [tenantId, teamReach],
  )
  const { rows } = await app.ownerPool.query<{ id: string }>(
    `select id from users where tenant_id = $1 and name like 'همکار %' order by id`,
    [tenantId],
  )
  const colleagues: Actor[] = []
  for (const { id } of rows) colleagues.push(await actorOf(app, tenantId, id))
  const keyOf = async (actor: Actor) => (await aKey(app, actor)).authorization
  const [own, team] = colleagues as [Actor, Actor]
  return {
    administrator,
    colleagues,
    keys: { administrator: await keyOf(administrator), own: await keyOf(own), team: await keyOf(team) },
  }
}
