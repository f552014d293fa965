import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import { type Actor, newId } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  defineSeries,
  listNumberSeries,
  manyInSeries,
  nextInSeries,
  updateNumberSeries,
} from './number-series.ts'
import { addTags, setTags, tagsOf } from './record-tags.ts'
import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  setDefaultView,
  updateSavedView,
} from './saved-views.ts'
import { deleteTag, ensureTag, listTags, mergeTag } from './tags.ts'
import {
  createListValue,
  ensureValue,
  mergeListValue,
  orderListValues,
  updateListValue,
  valueLists,
} from './value-lists.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
let other: Actor
let sara: Actor
let reza: Actor

beforeAll(async () => {
  admin = await aFirm(tested.app)
  other = await aFirm(tested.app, { name: 'شرکت دیگر' })
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  reza = await aUser(tested.app, admin.firm, { name: 'رضا' })
})

const asAdmin = <T>(run: Parameters<typeof tested.rolledBack<T>>[1]) => tested.rolledBack(admin, run)
const failure = (code: string) => expect.objectContaining({ code })
const view = {
  columns: ['name'],
  widths: {},
  filter: null,
  sort: null,
  groupBy: null,
  density: 'normal' as const,
  aggregates: {},
}

describe('lists of values', () => {
  test('a new firm has its ready values, the other firm has its own rows', async () => {
    const lists = await asAdmin((ctx) => valueLists(ctx))
    expect(lists.find((list) => list.key === 'callResults')?.values.map((value) => value.labelFa)).toContain(
      'بی‌پاسخ',
    )
    const ids = new Set(lists.flatMap((list) => list.values.map((value) => value.id)))
    const theirs = await tested.rolledBack(other, (ctx) => valueLists(ctx))
    expect(theirs.flatMap((list) => list.values).some((value) => ids.has(value.id))).toBe(false)
  })

  test('two spellings of a label are one', () =>
    asAdmin(async (ctx) => {
      const made = await createListValue(ctx, 'industries', { labelFa: 'کتاب‌فروشی', color: null })
      expect(await ensureValue(ctx, 'industries', 'كتاب فروشي')).toBe(made.id)
      await expect(createListValue(ctx, 'industries', { labelFa: 'کتابفروشی', color: null })).rejects.toThrow(
        failure('customization.labelTaken'),
      )
    }))

  test('an unknown list is refused', () =>
    asAdmin(async (ctx) => {
      await expect(createListValue(ctx, 'colours', { labelFa: 'سبز', color: null })).rejects.toThrow(
        failure('customization.unknownList'),
      )
    }))

  test('a value is renamed, archived and brought back, each on the version seen', () =>
    asAdmin(async (ctx) => {
      const { id, version } = await createListValue(ctx, 'sources', { labelFa: 'رادیو', color: 'red' })
      const archived = await updateListValue(ctx, id, { version, archived: true, labelEn: 'Radio' })
      expect(archived).toMatchObject({
        labelFa: 'رادیو',
        labelEn: 'Radio',
        color: 'red',
        archivedAt: expect.any(String),
      })
      await expect(updateListValue(ctx, id, { version, archived: false })).rejects.toThrow(
        failure('versionConflict'),
      )
      expect(
        (await updateListValue(ctx, id, { version: archived.version, archived: false })).archivedAt,
      ).toBeNull()
    }))

  test('a merged value is gone from the list and its label leads to the other', () =>
    asAdmin(async (ctx) => {
      const from = await createListValue(ctx, 'sources', { labelFa: 'اینستا', color: null })
      const into = await createListValue(ctx, 'sources', { labelFa: 'اینستاگرام', color: null })
      await mergeListValue(ctx, from.id, into.id)
      const [sources] = (await valueLists(ctx)).filter((list) => list.key === 'sources')
      expect(sources?.values.some((value) => value.id === from.id)).toBe(false)
      expect(await ensureValue(ctx, 'sources', 'اینستا')).toBe(into.id)
      await expect(mergeListValue(ctx, into.id, from.id)).rejects.toThrow(
        failure('customization.cannotMerge'),
      )
    }))

  test('an order must name every value', () =>
    asAdmin(async (ctx) => {
      const levels = (await valueLists(ctx)).find((list) => list.key === 'customerLevels')?.values ?? []
      const reversed = levels.map((value) => value.id).reverse()
      await orderListValues(ctx, 'customerLevels', reversed)
      const after = (await valueLists(ctx)).find((list) => list.key === 'customerLevels')?.values ?? []
      expect(after.map((value) => value.id)).toEqual(reversed)
      await expect(orderListValues(ctx, 'customerLevels', reversed.slice(1))).rejects.toThrow(
        failure('customization.orderIncomplete'),
      )
    }))
})

describe('tags', () => {
  test('typing a known tag gives the known one', () =>
    asAdmin(async (ctx) => {
      const tag = await ensureTag(ctx, { name: 'خوش‌حساب' })
      expect(await ensureTag(ctx, { name: 'خوش حساب', color: 'red' })).toEqual(tag)
    }))

  test('records get, lose and keep tags through a merge', () =>
    asAdmin(async (ctx) => {
      const [one, two] = [await ensureTag(ctx, { name: 'یک' }), await ensureTag(ctx, { name: 'دو' })]
      const [a, b] = [newId(), newId()]
      await addTags(ctx, 'parties', [a, b], [one.id])
      await setTags(ctx, 'parties', b, [two.id])
      expect((await listTags(ctx, 'یک'))[0]).toMatchObject({ name: 'یک', uses: 1 })
      await mergeTag(ctx, one.id, two.id)
      const tags = await tagsOf(ctx, 'parties', [a, b])
      expect([tags.get(a), tags.get(b)].map((list) => list?.map((tag) => tag.name))).toEqual([['دو'], ['دو']])
      await deleteTag(ctx, two.id)
      expect((await tagsOf(ctx, 'parties', [a, b])).size).toBe(0)
    }))

  test('a tag of another firm cannot be put on a record', async () => {
    const theirs = await tested.committed(other, (ctx) => ensureTag(ctx, { name: 'مال دیگری' }))
    await asAdmin(async (ctx) => {
      await expect(addTags(ctx, 'parties', [newId()], [theirs.id])).rejects.toThrow(failure('badInput'))
      expect(await listTags(ctx)).toEqual([])
    })
  })
})

describe('saved views', () => {
  test('a private view is seen and changed by its owner alone', async () => {
    const mine = await tested.committed(sara, (ctx) =>
      createSavedView(ctx, { record: 'parties', name: 'امروز', visibility: 'private', definition: view }),
    )
    expect(mine.can).toEqual({ update: true, delete: true })
    await tested.rolledBack(reza, async (ctx) => {
      expect(await listSavedViews(ctx, 'parties')).toEqual([])
      await expect(updateSavedView(ctx, mine.id, { version: 1, name: 'دیگر' })).rejects.toThrow(
        failure('notFound'),
      )
    })
  })

  test('a public view needs the right, is seen by all and changed by who may', async () => {
    await tested.rolledBack(sara, async (ctx) => {
      await expect(
        createSavedView(ctx, { record: 'p', name: 'ن', visibility: 'public', definition: view }),
      ).rejects.toThrow(failure('forbidden'))
    })
    const shared = await tested.committed(admin, (ctx) =>
      createSavedView(ctx, { record: 'activities', name: 'همه', visibility: 'public', definition: view }),
    )
    await tested.rolledBack(reza, async (ctx) => {
      expect(await listSavedViews(ctx, 'activities')).toMatchObject([
        { name: 'همه', can: { update: false, delete: false } },
      ])
      await expect(updateSavedView(ctx, shared.id, { version: 1, name: 'من' })).rejects.toThrow(
        failure('forbidden'),
      )
    })
    expect(await tested.rolledBack(other, (ctx) => listSavedViews(ctx, 'activities'))).toEqual([])
  })

  test('a view of a team is seen by its members, and the list opens with it for who chose it', async () => {
    const team = await aTeam(tested.app, admin.firm)
    const mina = await aUser(tested.app, admin.firm, { teamIds: [team] })
    const nima = await aUser(tested.app, admin.firm, { teamIds: [team] })
    const shared = { record: 'teams', name: 'تیم', visibility: 'team' as const, definition: view }
    await tested.rolledBack(sara, async (ctx) => {
      await expect(createSavedView(ctx, { ...shared, teamIds: [team] })).rejects.toThrow(failure('forbidden'))
    })
    const { id } = await tested.committed(mina, (ctx) => createSavedView(ctx, { ...shared, teamIds: [team] }))
    await tested.committed(nima, (ctx) => setDefaultView(ctx, { record: 'teams', viewId: id }))
    await tested.rolledBack(nima, async (ctx) => {
      expect(await listSavedViews(ctx, 'teams')).toMatchObject([
        { id, teamIds: [team], isDefault: true, can: { update: false } },
      ])
    })
    await tested.rolledBack(sara, async (ctx) => {
      expect(await listSavedViews(ctx, 'teams')).toEqual([])
      await expect(setDefaultView(ctx, { record: 'teams', viewId: id })).rejects.toThrow(failure('notFound'))
    })
    await tested.committed(mina, (ctx) =>
      updateSavedView(ctx, id, { version: 1, visibility: 'private', definition: view }),
    )
    expect(await tested.rolledBack(nima, (ctx) => listSavedViews(ctx, 'teams'))).toEqual([])
    await tested.committed(mina, (ctx) => deleteSavedView(ctx, id))
  })
})

describe('number series', () => {
  test('numbers follow the pattern without gaps', () =>
    asAdmin(async (ctx) => {
      await defineSeries(ctx, { key: 'test', labelFa: 'آزمایش', labelEn: 'Test', pattern: 'C-{n:5}' })
      expect(await nextInSeries(ctx, 'test')).toBe('C-00001')
      expect(await manyInSeries(ctx, 'test', 2)).toEqual(['C-00002', 'C-00003'])
      expect((await listNumberSeries(ctx)).find((series) => series.key === 'test')?.preview).toBe('C-00004')
    }))

  test('a yearly series shows the Jalali year; it goes on upwards only', () =>
    asAdmin(async (ctx) => {
      await defineSeries(ctx, { key: 'letters', labelFa: 'نامه', labelEn: 'Letters', pattern: '{n}' })
      const before = (await listNumberSeries(ctx)).find((series) => series.key === 'letters')
      const id = before?.id ?? ''
      await expect(updateNumberSeries(ctx, id, { version: 1, perYear: true })).rejects.toThrow(
        failure('badInput'),
      )
      const after = await updateNumberSeries(ctx, id, {
        version: 1,
        perYear: true,
        pattern: '{y}/{n:3}',
        nextNumber: 40,
      })
      expect(after.preview).toBe('1405/040')
      expect(await nextInSeries(ctx, 'letters')).toBe('1405/040')
      await expect(updateNumberSeries(ctx, id, { version: 2, nextNumber: 40 })).rejects.toThrow(
        failure('badInput'),
      )
    }))
})
