import { Readable } from 'node:stream'
import { finishUpload, storeContent } from '@peyvand/files/server'
import { aFirm, aTeam, callerOf } from '@peyvand/identity/testing'
import type { Party } from '@peyvand/parties/contract'
import type { CustomFieldType } from '@peyvand/platform/contract'
import { type Actor, createCustomField } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { partyExport } from './parties/party-export.ts'
import { importTests } from './testing.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
let api: Awaited<ReturnType<typeof callerOf>>
let full: Party
const { as, anImport, run, parties } = importTests(tested, () => admin)

const options = [
  { value: 'steel', labelFa: 'فولاد', labelEn: 'Steel' },
  { value: 'copper', labelFa: 'مس', labelEn: 'Copper' },
]

interface Kept {
  /** As the API takes and answers it; a name stands for the id of what it names. */
  value: unknown
  /** As files have it in Persian. */
  cell: string
  /** A filter that finds it. */
  op: string
  by: unknown
}

/** Every type in every place; a new type does not compile without its row. */
const kept: Record<CustomFieldType, Kept | null> = {
  text: { value: 'پلاک ۱۲', cell: 'پلاک ۱۲', op: 'contains', by: 'پلاک' },
  longText: { value: 'سطر یک\nسطر دو', cell: 'سطر یک\nسطر دو', op: '', by: null },
  number: { value: 12.5, cell: '12.5', op: 'gte', by: 12 },
  money: { value: '1500000', cell: '1500000', op: 'gt', by: '1000000' },
  date: { value: '2026-03-21', cell: '1405/01/01', op: 'eq', by: '2026-03-21' },
  instant: { value: '2026-03-21T05:00:00.000Z', cell: '1405/01/01 08:30', op: 'gte', by: '2026-03-20' },
  duration: { value: 90, cell: '90', op: 'lte', by: 90 },
  boolean: { value: true, cell: 'بله', op: 'in', by: ['true'] },
  oneOf: { value: 'steel', cell: 'فولاد', op: 'in', by: ['steel'] },
  manyOf: { value: ['steel', 'copper'], cell: 'فولاد، مس', op: 'in', by: ['copper'] },
  party: { value: 'شرکت مادر', cell: 'شرکت مادر', op: 'in', by: ['شرکت مادر'] },
  user: { value: 'me', cell: '', op: 'in', by: ['me'] },
  team: { value: 'فروش تهران', cell: 'فروش تهران', op: 'in', by: ['فروش تهران'] },
  phone: { value: '+989121234567', cell: '+989121234567', op: 'contains', by: '1234567' },
  email: { value: 'own@x.ir', cell: 'own@x.ir', op: 'contains', by: 'own@' },
  link: { value: 'https://x.ir/a', cell: 'https://x.ir/a', op: 'contains', by: 'x.ir' },
  file: { value: ['پیمان.txt'], cell: 'پیمان.txt', op: 'contains', by: 'پیمان' },
}
const types = Object.keys(kept) as CustomFieldType[]
const ids = new Map<unknown, unknown>()
const real = (value: unknown): unknown => (Array.isArray(value) ? value.map(real) : (ids.get(value) ?? value))

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  const create = async (name: string, custom: object = {}) =>
    (await api.post<Party>('/parties', { kind: 'organization', name, groups: ['customers'], custom })).body
  ids.set('شرکت مادر', (await create('شرکت مادر')).id)
  ids.set('فروش تهران', await aTeam(tested.app, admin.firm, { name: 'فروش تهران' }))
  ids.set('me', admin.userId as string)
  const fileId = await storeContent(tested.app, admin, { name: 'پیمان.txt', content: Readable.from(['متن']) })
  const { id, name: fileName, type, size } = await as((ctx) => finishUpload(ctx, fileId))
  ids.set('پیمان.txt', { id, name: fileName, type, size })
  for (const [position, type] of types.entries())
    await as((ctx) =>
      createCustomField(ctx, {
        record: 'parties',
        key: type,
        type,
        labelFa: `فیلد ${type}`,
        labelEn: type,
        position,
        ...(type === 'oneOf' || type === 'manyOf' ? { options } : {}),
      }),
    )
  full = await create('شرکت پر', Object.fromEntries(types.map((type) => [type, real(kept[type]?.value)])))
})

const found = async (query: Record<string, string>) =>
  (await api.get<{ items: Party[] }>(`/parties?${String(new URLSearchParams(query))}`)).body.items.map(
    ({ name }) => name,
  )
const filtered = (field: string, op: string, value?: unknown) =>
  found({
    filter: JSON.stringify({ field: `custom.${field}`, op, ...(value === undefined ? {} : { value }) }),
  })

test.each(types)('%s is stored, filtered, sorted and read in lists', async (type) => {
  const { value, op, by } = kept[type] as Kept
  expect(full.custom[type]).toEqual(real(value))
  if (!op) return
  expect(await filtered(type, op, real(by))).toEqual(['شرکت پر'])
  expect(await filtered(type, 'empty')).toEqual(['شرکت مادر'])
  if (['manyOf', 'file'].includes(type)) return
  // A page at a time, those without a value last in both directions.
  for (const sort of [`custom.${type}`, `-custom.${type}`]) {
    const first = await api.get<{ items: Party[]; nextCursor: string }>(`/parties?sort=${sort}&limit=1`)
    expect(first.body.items.map(({ name }) => name)).toEqual(['شرکت پر'])
    const { nextCursor: cursor } = first.body
    expect(await found({ sort, limit: '1', cursor })).toEqual(['شرکت مادر'])
    expect(await found({ sort, limit: '2', count: 'none' })).toEqual(['شرکت پر', 'شرکت مادر'])
    expect(await found({ sort, limit: '1', count: 'none', cursor })).toEqual(['شرکت مادر'])
  }
})

test('lists stand in the order of the names that fields point to, and are grouped by each of many choices', async () => {
  const { body: other } = await api.post<Party>('/parties', {
    kind: 'organization',
    name: 'شرکت دیگر',
    groups: [],
    custom: { party: full.id, manyOf: ['copper'] },
  })
  expect(await found({ sort: 'custom.party' })).toEqual(['شرکت دیگر', 'شرکت پر', 'شرکت مادر'])
  expect(await found({ sort: '-custom.party' })).toEqual(['شرکت پر', 'شرکت دیگر', 'شرکت مادر'])
  const groupsBy = async (field: string) =>
    (
      await api.get<{ groups: { key: string | null; count: number }[] }>(
        `/parties/summary?by=custom.${field}`,
      )
    ).body.groups.map(({ key, count }) => [key, count])
  expect(await groupsBy('manyOf')).toEqual([
    ['copper', 2],
    ['steel', 1],
    [null, 1],
  ])
  expect(await groupsBy('user')).toEqual([
    [admin.userId, 1],
    [null, 2],
  ])
  await api.delete(`/parties/${other.id}`)
})

test.each(['پلاک 12', '09121234567', 'own@x.ir', 'پیمان'])('records are found by %s', async (q) => {
  expect(await found({ q })).toEqual(['شرکت پر'])
})

test('files have every type in words, and the import reads the same values back', async () => {
  const cells = await as(async (ctx) => {
    const rows = (await parties()).filter(({ name }) => name === 'شرکت پر')
    return (
      (
        await partyExport.cells(
          ctx,
          rows,
          types.map((type) => `custom.${type}`),
        )
      )[0] ?? []
    )
  })
  const me = cells[types.indexOf('user')] as string
  expect(cells).toEqual(types.map((type) => (type === 'user' ? me : kept[type]?.cell)))
  const quoted = (row: readonly string[]) => row.map((cell) => `"${cell}"`).join(',')
  const header = ['نام شرکت', ...types.map((type) => `فیلد ${type}`)]
  const { counts } = await run((await anImport([header, ['شرکت تازه', ...cells]].map(quoted).join('\n'))).id)
  expect(counts).toMatchObject({ new: 1, invalid: 0 })
  const fresh = (await parties()).find(({ name }) => name === 'شرکت تازه')
  // A file of rows brings no other files.
  const { file: _file, ...brought } = full.custom
  expect(fresh?.custom).toEqual(brought)
})

test('a row is refused whose unique value a record has, or an earlier row of the file', async () => {
  await as((ctx) =>
    createCustomField(ctx, {
      record: 'parties',
      key: 'plate',
      type: 'text',
      labelFa: 'شمارهٔ پلاک',
      labelEn: 'Plate',
      unique: true,
    }),
  )
  await api.post('/parties', {
    kind: 'organization',
    name: 'دارندهٔ پلاک',
    groups: [],
    custom: { plate: '۱۲ ب ۳۴۵' },
  })
  const rows = ['نام شرکت,شمارهٔ پلاک', 'الف,12 ب 345', 'ب,99', 'پ,۹۹', 'ت,100']
  const { counts } = await run((await anImport(rows.join('\n'))).id)
  expect(counts).toMatchObject({ new: 2, invalid: 2 })

  // The same of records that are known: only what is written clashes.
  const again = ['نام شرکت,شمارهٔ پلاک', 'ب,12 ب 345', 'دارندهٔ پلاک,12 ب 345', 'ت,200', 'ث,200', 'پ,300']
  const known = (duplicates: 'fill' | 'overwrite') => anImport(again.join('\n'), { duplicates })
  const filled = await run((await known('fill')).id)
  expect(filled.counts).toMatchObject({ updated: 3, new: 2, invalid: 0 })
  const overwritten = await run((await known('overwrite')).id)
  expect(overwritten.counts).toMatchObject({ updated: 3, invalid: 2 })
  const plates = Object.fromEntries((await parties()).map(({ name, custom }) => [name, custom['plate']]))
  expect(plates).toMatchObject({ ب: '99', 'دارندهٔ پلاک': '12 ب 345', ت: '100', ث: '200', پ: '300' })
})
