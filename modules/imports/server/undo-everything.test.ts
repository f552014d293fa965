import { recorded } from '@peyvand/activities/testing'
import { ensureTag, readyValueId } from '@peyvand/customization/server'
import { aFirm, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import { made } from '@peyvand/parties/testing'
import type { Operation, UndoPreview } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { importTests } from './testing.ts'

const tested = testApp()
let admin: Actor
let owners: string[]
let api: Caller
let tagIds: string[]
let levelId: string
const { anImport, run } = importTests(tested, () => admin)

beforeAll(async () => {
  admin = await aFirm(tested.app)
  const sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  owners = [admin.userId as string, sara.userId as string]
  api = await callerOf(tested, admin)
  const states = ['draft', 'signed'].map((key) => ({ key, labelFa: key, labelEn: key, color: 'gray' }))
  const names = { nameFa: 'قرارداد', nameEn: 'Contract', pluralFa: 'قراردادها', pluralEn: 'Contracts' }
  await api.post('/record-kinds', { key: 'contracts', ...names, states })
  await tested.committed(admin, async (ctx) => {
    tagIds = [(await ensureTag(ctx, { name: 'ویژه' })).id, (await ensureTag(ctx, { name: 'پیگیری' })).id]
    levelId = (await readyValueId(ctx, 'customerLevels', 'gold')) as string
  })
})

const index = fc.nat({ max: 3 })
const some = fc.uniqueArray(index, { minLength: 1 })
const tag = fc.nat({ max: 1 })
const group = fc.constantFrom('customers', 'partners')
const PartyAction = fc.oneof(
  fc.record({ type: fc.constant('assign' as const), owner: tag }),
  fc.record({ type: fc.constant('update' as const), jobTitle: fc.constantFrom('مدیر', 'کارشناس') }),
  fc.record({ type: fc.constant('level' as const) }),
  fc.record({ type: fc.constant('tag' as const), add: tag, remove: tag }),
  fc.record({ type: fc.constant('join' as const), group }),
  fc.record({ type: fc.constant('leave' as const), group }),
  fc.record({ type: fc.constant('delete' as const) }),
)
const RecordAction = fc.constantFrom('setState', 'reassign', 'addTags', 'delete')
const ActivityAction = fc.constantFrom('finish', 'reassign', 'addTags', 'delete')
const Step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('parties' as const), some, action: PartyAction }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('activities' as const), some, action: ActivityAction }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('records' as const), some, action: RecordAction }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), survivor: index, merged: index }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      rows: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }),
      duplicates: fc.constantFrom('fill' as const, 'overwrite' as const),
    }),
  },
)
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never

let round = 0

test('whatever was done to many records, its undos in any order that they allow end in the starting state', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(Step, { minLength: 2, maxLength: 4 }),
      fc.infiniteStream(fc.nat({ max: 1000 })),
      async (steps, picks) => {
        round += 1
        const world = await aWorld()
        const start = await snapshot()
        const open: string[] = []
        for (const step of steps) {
          const operationId = await act(world, step)
          if (operationId) open.push(operationId)
        }
        while (open.length > 0) {
          const legal: string[] = []
          for (const id of open) if (isWhole(await preview(id))) legal.push(id)
          // What was done last can always be taken back whole.
          expect(legal).toContain(open.at(-1))
          const chosen = legal[(picks.next().value as number) % legal.length] as string
          await undo(chosen)
          open.splice(open.indexOf(chosen), 1)
        }
        expect(await snapshot()).toEqual(start)
      },
    ),
    { numRuns: 20, endOnFailure: true },
  )
})

interface World {
  partyIds: string[]
  activityIds: string[]
  recordIds: string[]
}

const mobile = (place: number) => `0912${String(round).padStart(3, '0')}${String(place).padStart(4, '0')}`

/** Four parties that differ in what they have, and an activity and a contract with each. */
async function aWorld(): Promise<World> {
  const partyIds: string[] = []
  const activityIds: string[] = []
  const recordIds: string[] = []
  for (const place of [0, 1, 2, 3]) {
    const party = await made(api, {
      kind: 'person',
      lastName: `آزمون ${round}-${place}`,
      jobTitle: place % 2 === 0 ? 'فروشنده' : null,
      ownerId: place < 2 ? owners[place] : null,
      groups: place === 1 ? ['customers'] : ['leads'],
      tagIds: place === 2 ? tagIds.slice(0, 1) : [],
      contactPoints: [
        { type: 'mobile', value: mobile(place), primary: true },
        ...(place === 3 ? [{ type: 'email' as const, value: `same${round}@example.com` }] : []),
      ],
      addresses: place > 1 ? [{ city: 'تهران', text: `خیابان ${place}`, primary: true }] : [],
    })
    partyIds.push(party.id)
    const task = await recorded(api, {
      kind: 'task',
      subject: `کار ${place}`,
      parties: [{ partyId: party.id }],
    })
    activityIds.push(task.id)
    const contract = { title: `قرارداد ${round}-${place}`, partyId: party.id }
    recordIds.push((await api.post<{ id: string }>('/records/contracts', contract)).body.id)
  }
  return { partyIds, activityIds, recordIds }
}

/** Does one step; answers the operation to take back, or null where there was nothing to do. */
async function act(world: World, step: Step): Promise<string | null> {
  if (step.kind === 'parties') {
    const ids = step.some.map((place) => world.partyIds[place] as string)
    return started('/parties/bulk', { selection: { ids }, action: partyAction(step.action) })
  }
  if (step.kind === 'activities') {
    const ids = step.some.map((place) => world.activityIds[place] as string)
    const action = {
      type: step.action,
      ...(step.action === 'reassign' ? { ownerId: owners[1] } : {}),
      ...(step.action === 'addTags' ? { tagIds } : {}),
    }
    return started('/activities/bulk', { selection: { ids }, action })
  }
  if (step.kind === 'records') {
    const ids = step.some.map((place) => world.recordIds[place] as string)
    const action = {
      type: step.action,
      ...(step.action === 'setState' ? { state: 'signed' } : {}),
      ...(step.action === 'reassign' ? { ownerId: owners[1] } : {}),
      ...(step.action === 'addTags' ? { tagIds } : {}),
    }
    return started('/records/contracts/bulk', { selection: { ids }, action })
  }
  if (step.kind === 'merge') {
    const [survivor, merged] = [step.survivor, step.merged].map((place) => world.partyIds[place] as string)
    const [one, other] = await Promise.all([survivor, merged].map((id) => versionOf(id as string)))
    if (survivor === merged || one === null || other === null) return null
    const body = { survivorId: survivor, mergedId: merged, versions: { survivor: one, merged: other } }
    const answer = await api.post<{ operationId: string }>('/parties/merge', body)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body.operationId
  }
  const lines = step.rows.map((place) => `واردشده ${round}-${place},${mobile(place)},قم,طلایی`)
  const created = await anImport(['نام خانوادگی,موبایل,شهر,سطح مشتری', ...lines, ''].join('\n'), {
    duplicates: step.duplicates,
  })
  const { counts } = await run(created.id)
  if ((counts?.new ?? 0) + (counts?.updated ?? 0) === 0) return null
  const { rows } = await tested.app.ownerPool.query<{ operation_id: string }>(
    'select operation_id from imports where id = $1',
    [created.id],
  )
  return rows[0]?.operation_id ?? null
}

function partyAction(action: Extract<Step, { kind: 'parties' }>['action']): object {
  switch (action.type) {
    case 'assign':
      return { type: 'assign', ownerId: owners[action.owner] }
    case 'update':
      return { type: 'update', values: { jobTitle: action.jobTitle } }
    case 'level':
      return { type: 'update', values: { levelId } }
    case 'tag':
      return { type: 'tag', add: [tagIds[action.add]], remove: [tagIds[action.remove]] }
    default:
      return action
  }
}

async function started(path: string, body: object): Promise<string | null> {
  const answer = await api.post<{ operationId: string }>(path, body)
  expect(answer.status).toBe(202)
  await tested.runJobs()
  const { can } = (await api.get<Operation>(`/operations/${answer.body.operationId}`)).body
  return can.undo ? answer.body.operationId : null
}

/** Null for a party that is not there to be merged. */
async function versionOf(id: string): Promise<number | null> {
  const { status, body } = await api.get<{ id: string; version: number; deletedAt: string | null }>(
    `/parties/${id}`,
  )
  return status === 200 && body.id === id && body.deletedAt === null ? body.version : null
}

const preview = async (id: string) => (await api.get<{ preview: UndoPreview }>(`/undo/${id}`)).body.preview

const isWhole = ({ blocked, stays }: UndoPreview) => blocked === null && stays === 0

async function undo(id: string): Promise<void> {
  const { status, body } = await api.post<{ operationId: string }>(`/operations/${id}/undo`)
  expect(status).toBe(202)
  await tested.runJobs()
  const done = (await api.get<Operation>(`/operations/${body.operationId}`)).body
  expect(done).toMatchObject({ state: 'done', failed: 0 })
}

/** Everything of the firm's present parties, activities and contracts but versions, timeline and audit. */
async function snapshot(): Promise<unknown> {
  const records = await tested.app.ownerPool.query(
    `select to_jsonb(r) - '{version,updated_at,updated_by}'::text[] as record,
       (select jsonb_agg(t.tag_id order by t.tag_id) from record_tags t where t.record_id = r.id) as tags
     from records r where r.tenant_id = $1 and r.deleted_at is null order by r.id`,
    [admin.firm.tenantId],
  )
  const parties = await tested.app.ownerPool.query(
    `select to_jsonb(p) - '{version,updated_at,updated_by}'::text[] as record,
       (select jsonb_agg(to_jsonb(c) order by c.position, c.id) from contact_points c where c.party_id = p.id) as contacts,
       (select jsonb_agg(to_jsonb(a) order by a.position, a.id) from addresses a where a.party_id = p.id) as addresses,
       (select jsonb_agg(to_jsonb(m) order by m.group_id) from party_group_members m where m.party_id = p.id and m.until is null) as groups,
       (select jsonb_agg(t.tag_id order by t.tag_id) from record_tags t where t.record_id = p.id) as tags,
       (select jsonb_agg(to_jsonb(a) - '{version,updated_at}'::text[] || jsonb_build_object(
            'tags', (select jsonb_agg(t.tag_id order by t.tag_id) from record_tags t where t.record_id = a.id),
            'viewers', (select jsonb_agg(w.viewer_id order by w.viewer_id) from activity_viewers w where w.activity_id = a.id))
          order by a.id)
        from activities a join activity_targets g on g.activity_id = a.id
        where g.target_id = p.id and a.deleted_at is null) as activities
     from parties p where p.tenant_id = $1 and p.deleted_at is null order by p.id`,
    [admin.firm.tenantId],
  )
  return { parties: parties.rows, records: records.rows }
}
