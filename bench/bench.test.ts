import { aFirm } from '@peyvand/identity/testing'
import { matchName, searchKey } from '@peyvand/persian'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { generate } from './generate.ts'
import { readOptions } from './sizes.ts'
import { makeStaff, type Staff } from './staff.ts'

const tested = testApp()
const sizes = { parties: 400, activities: 200, timeline: 50, referrals: 300, deals: 200, importRows: 1 }
let staff: Staff
let tenantId: number

beforeAll(async () => {
  const administrator = await aFirm(tested.app)
  tenantId = administrator.firm.tenantId
  staff = await makeStaff(tested.app, administrator, { count: 10 })
  const client = await tested.app.ownerPool.connect()
  await generate(client, { tenantId, staff, sizes })
  client.release(true)
}, 60_000)

async function read<T>(path: string, key = staff.keys.administrator): Promise<T> {
  const url = `/api/v1${path}`
  const answer = await tested.server.inject({ method: 'GET', url, headers: { authorization: key } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<T>()
}
async function ownedBy(owners: readonly (Actor | undefined)[]): Promise<number> {
  const { rows } = await tested.app.ownerPool.query<{ count: number }>(
    'select count(*)::int as count from parties where tenant_id = $1 and owner_id = any($2::uuid[])',
    [tenantId, owners.map((owner) => owner?.userId)],
  )
  return rows[0]?.count ?? 0
}
interface Page {
  items: { id: string; name: string }[]
  total: { value: number }
}

test('made parties carry the search columns that the program would write', async () => {
  const { rows } = await tested.app.ownerPool.query<Record<string, string>>(
    `select p.display_name, p.search, p.match_name, p.number, c.normalized,
       p.custom ->> 'ownText' as text, p.custom ->> 'ownCode' as code, p.custom ->> 'ownPhone' as phone, p.custom ->> 'ownMail' as mail
     from parties p join contact_points c using (tenant_id) where p.tenant_id = $1 and c.party_id = p.id`,
    [tenantId],
  )
  expect(rows).toHaveLength(sizes.parties)
  for (const row of rows) {
    const {
      display_name = '',
      search,
      match_name,
      number,
      normalized,
      text = '',
      code = '',
      phone,
      mail = '',
    } = row
    const own = [searchKey(text), searchKey(code), phone?.replace('+98', '0'), searchKey(mail)]
    expect(search).toBe(
      `${searchKey(display_name)} ${number} ${normalized?.replace('+98', '0')} ${own.join(' ')}`,
    )
    expect(match_name).toBe(matchName(display_name))
  }
})

test('the program lists, finds and opens made records, and withholds what others own', async () => {
  const all = await read<Page>('/parties')
  expect(all.total.value).toBe(sizes.parties)
  const some = all.items[7] as Page['items'][number]
  expect((await read<Page>(`/parties?q=${encodeURIComponent(some.name)}`)).items).toContainEqual(
    expect.objectContaining({ id: some.id }),
  )
  expect(await ownedBy([staff.colleagues[0]])).toBeGreaterThan(0)
  const own = await read<Page>('/parties', staff.keys.own)
  const team = await read<Page>('/parties', staff.keys.team)
  expect(own.total.value).toBe(await ownedBy([staff.colleagues[0]]))
  expect(team.total.value).toBe(
    await ownedBy(
      staff.colleagues.filter((colleague) => colleague.teamIds[0] === staff.colleagues[1]?.teamIds[0]),
    ),
  )
})

test('the longest file shows its rows, and worklists what was referred', async () => {
  const { rows } = await tested.app.ownerPool.query<{ id: string }>(
    `select party_id as id from timeline where tenant_id = $1 group by 1 order by count(*) desc limit 1`,
    [tenantId],
  )
  const file = await read<{ counts: Record<string, number>; timeline: { items: unknown[] } }>(
    `/parties/${rows[0]?.id}/file`,
  )
  expect(file.timeline.items.length).toBeGreaterThanOrEqual(30)
  expect(file.counts['call']).toBeGreaterThan(0)
  const counts = await read<Record<string, { total: number }>>('/worklists/counts', staff.keys.own)
  const page = await read<Page>('/worklists/referred-to-me', staff.keys.own)
  expect(counts['referred-to-me']?.total).toBe(page.total.value)
  expect(page.total.value).toBeGreaterThan(0)
  const activity = await read<Page>('/activities?limit=5')
  for (const { id } of activity.items) await read(`/activities/${id}`)
})

test('sizes that are no numbers are refused by name', () => {
  expect(() => readOptions(['--parties', 'many'])).toThrow('--parties')
  expect(readOptions(['--full', '--timeline', '10'])).toMatchObject({
    sizes: { parties: 1_000_000, timeline: 10 },
  })
})
