import {
  createActivityRoute,
  getActivityRoute,
  listActivitiesRoute,
  updateActivityRoute,
} from '@peyvand/activities/contract'
import { attachFilesRoute, downloadFileRoute, getFileRoute, listFilesRoute } from '@peyvand/files/contract'
import { listRolesRoute, updateRoleRoute } from '@peyvand/identity/contract'
import { type ExportRequestInput, startExportRoute } from '@peyvand/imports/contract'
import {
  createPartyRoute,
  deletePartyRoute,
  getPartyFileRoute,
  getPartyRoute,
  getTimelineRoute,
  listPartiesRoute,
  listPartyChangesRoute,
  type Party,
  updatePartyRoute,
} from '@peyvand/parties/contract'
import { searchRoute } from '@peyvand/platform/contract'
import { createReferralRoute, getReferralRoute, worklistRoute } from '@peyvand/referrals/contract'
import { call, tryCall } from './support/caller.ts'
import { type Firm, makeFirm, type Person } from './support/firm.ts'
import { watch } from './support/live-events.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'
import { finished, upload } from './support/work.ts'

test.describe.configure({ mode: 'serial' })

let firm: Firm
let seller: Person
let stranger: Person
let own: Party
let foreign: Party
/** A call with the other seller's customer, which that one referred to the administrator, with a file. */
let activityId: string
let referralId: string
let fileId: string

test.beforeAll(async () => {
  firm = await makeFirm('بازرگانی البرز')
  seller = await firm.join('سارا محمدی', 'salesperson')
  const colleague = await firm.join('رضا نوری', 'salesperson')
  stranger = (await makeFirm('شرکت دیگر')).administrator
  own = await customer(seller, 'فولاد البرز شمالی', '09121110001')
  foreign = await customer(colleague, 'فولاد البرز جنوبی', '09121110002')
  await call(seller, createActivityRoute, {
    body: { kind: 'call', subject: 'سفارش البرز', parties: [{ partyId: own.id }] },
  })
  const activity = await call(colleague, createActivityRoute, {
    body: { kind: 'call', subject: 'استعلام البرز', parties: [{ partyId: foreign.id }] },
  })
  activityId = activity.id
  const { items } = await call(colleague, createReferralRoute, {
    body: { activityId, to: [{ userId: firm.administrator.id }], note: 'قیمت البرز بررسی شود' },
  })
  referralId = items[0]?.id ?? ''
  fileId = await upload(colleague, 'قرارداد.txt', 'قرارداد با فولاد البرز جنوبی')
  await call(colleague, attachFilesRoute, {
    body: { record: 'parties', recordId: foreign.id, fileIds: [fileId] },
  })
})

const customer = (person: Person, name: string, mobile: string) =>
  call(person, createPartyRoute, {
    body: {
      kind: 'organization',
      name,
      groups: ['customers'],
      contactPoints: [{ type: 'mobile', value: mobile }],
    },
  })

const q = 'البرز'

test('a salesperson finds only own customers in lists, search and worklists', async () => {
  const parties = await call(seller, listPartiesRoute, { query: {} })
  expect(parties.items.map(({ name }) => name)).toEqual(['فولاد البرز شمالی'])
  expect(parties.total.value).toBe(1)
  const found = await call(seller, listPartiesRoute, { query: { q } })
  expect(found.items.map(({ id }) => id)).toEqual([own.id])
  const activities = await call(seller, listActivitiesRoute, { query: { q } })
  expect(activities.items.map(({ subject }) => subject)).toEqual(['سفارش البرز'])
  const ofForeign = await call(seller, listActivitiesRoute, { query: { partyId: foreign.id } })
  expect(ofForeign.items).toEqual([])
  const { items } = await call(seller, searchRoute, { query: { q } })
  expect(items.map(({ title }) => title).toSorted()).toEqual(['سفارش البرز', 'فولاد البرز شمالی'])
  expect((await call(seller, searchRoute, { query: { q: '1110002' } })).items).toEqual([])
  for (const name of ['referred-to-me', 'referred-by-me', 'in-progress', 'done'] as const)
    expect((await call(seller, worklistRoute, { params: { name }, query: {} })).items).toEqual([])
})

test('the administrator of the same firm finds both, so the searches above do look', async () => {
  const { items } = await call(firm.administrator, searchRoute, { query: { q } })
  expect(items.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['فولاد البرز شمالی', 'فولاد البرز جنوبی', 'استعلام البرز']),
  )
  const worklist = await call(firm.administrator, worklistRoute, {
    params: { name: 'referred-to-me' },
    query: {},
  })
  expect(worklist.items.map(({ id }) => id)).toEqual([referralId])
})

const people = { 'a salesperson': () => seller, 'the administrator of another firm': () => stranger }
for (const [who, person] of Object.entries(people)) {
  test(`${who} cannot open, change or delete what is another's, nor tell that it exists`, async () => {
    const params = { id: foreign.id }
    const tried = [
      await tryCall(person(), getPartyRoute, { params }),
      await tryCall(person(), getPartyFileRoute, { params }),
      await tryCall(person(), getTimelineRoute, { params, query: {} }),
      await tryCall(person(), listPartyChangesRoute, { params, query: {} }),
      await tryCall(person(), updatePartyRoute, { params, body: { version: 1, notes: 'دیده شد' } }),
      await tryCall(person(), deletePartyRoute, { params }),
      await tryCall(person(), getActivityRoute, { params: { id: activityId } }),
      await tryCall(person(), updateActivityRoute, {
        params: { id: activityId },
        body: { version: 1, subject: 'دیده شد' },
      }),
      await tryCall(person(), getReferralRoute, { params: { id: referralId } }),
      await tryCall(person(), getFileRoute, { params: { id: fileId } }),
      await tryCall(person(), downloadFileRoute, { params: { id: fileId }, query: {} }),
      await tryCall(person(), listFilesRoute, { query: { record: 'parties', recordId: foreign.id } }),
    ]
    expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 404))
    expect(JSON.stringify(tried)).not.toContain('البرز')
  })

  test(`${who} is told nothing live of what is another's`, async () => {
    const mine = person() === seller ? own : await customer(stranger, 'مشتری ما', '09121110003')
    const live = await watch(person(), [`parties:${foreign.id}`, `parties:${mine.id}`])
    await change(firm.administrator, foreign.id)
    await change(person(), mine.id)
    expect(await live.until(`parties:${mine.id}`)).toEqual([`parties:${mine.id}`])
    live.close()
  })
}

test('the screens show a salesperson own customers and nothing else', async ({ page, openAs }) => {
  await openAs(seller, '/parties')
  await expect(page.getByRole('main').getByText(own.name).first()).toBeVisible()
  await expect(page.getByText(foreign.name)).toHaveCount(0)
  await openAs(seller, `/parties/${foreign.id}`)
  await expect(page.getByText(wordsOf('fa')('error.notFound'))).toBeVisible()
  await expect(page.getByText(foreign.name)).toHaveCount(0)
})

test('a salesperson may export only by right, and then only own customers', async () => {
  const body: ExportRequestInput = { record: 'parties', format: 'csv', columns: ['name', 'phone'] }
  expect((await tryCall(seller, startExportRoute, { body })).status).toBe(403)

  const { items: roles } = await call(firm.administrator, listRolesRoute, {})
  const role = roles.find(({ key }) => key === 'salesperson')
  if (!role) throw new Error('the ready role is missing')
  await call(firm.administrator, updateRoleRoute, {
    params: { id: role.id },
    body: { version: role.version, rights: [...role.rights, 'parties.export'] },
  })
  const { operationId } = await call(seller, startExportRoute, { body })
  const { result } = await finished(seller, operationId)
  const exported = { params: { id: String(result['fileId']) }, query: {} }
  const { body: content } = await tryCall(seller, downloadFileRoute, exported)
  expect(content).toContain('فولاد البرز شمالی')
  expect(content).not.toContain('جنوبی')
  expect((await tryCall(stranger, downloadFileRoute, exported)).status).toBe(404)
})

test('another firm sees nothing in lists and search', async () => {
  expect((await call(stranger, searchRoute, { query: { q } })).items).toEqual([])
  expect((await call(stranger, listPartiesRoute, { query: { q } })).items).toEqual([])
  const activities = await call(stranger, listActivitiesRoute, { query: {} })
  expect(activities.items).toEqual([])
})

async function change(person: Person, id: string): Promise<void> {
  const { version } = await call(person, getPartyRoute, { params: { id } })
  await call(person, updatePartyRoute, { params: { id }, body: { version, notes: 'یادداشت تازه' } })
}
