import { CustomFieldChange } from '@peyvand/customization/contract'
import { aFirm, aUser } from '@peyvand/identity/testing'
import { CustomFieldInput } from '@peyvand/platform/contract'
import {
  type Actor,
  type AppError,
  createCustomField,
  newId,
  writeCustomSides,
} from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { changeCustomField, customFieldUsage, listCustomFields } from './custom-fields.ts'
import { createCustomSection, deleteCustomSection, orderCustomFields } from './custom-sections.ts'
import { createSavedView } from './saved-views.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let sara: Actor

beforeAll(async () => {
  const admin = await aFirm(tested.app)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
})

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

describe('fields of the firm', () => {
  const field = (key: string, more: object = {}) =>
    CustomFieldInput.parse({ record: 'parties', key, type: 'text', labelFa: key, labelEn: key, ...more })

  test('stand in sections in the order given, which names every field', () =>
    tested.rolledBack(sara, async (ctx) => {
      const made = []
      for (const key of ['one', 'two', 'three']) made.push(await createCustomField(ctx, field(key)))
      const [one, two, three] = made.map(({ id }) => id) as [string, string, string]
      const money = await createCustomSection(ctx, { record: 'parties', titleFa: 'مالی', titleEn: 'Money' })
      const sections = [
        { id: null, fieldIds: [three] },
        { id: money.id, fieldIds: [two, one] },
      ]
      const ordered = await orderCustomFields(ctx, { record: 'parties', sections })
      expect(ordered.items.map(({ key, sectionId }) => [key, sectionId])).toEqual([
        ['three', null],
        ['two', money.id],
        ['one', money.id],
      ])
      await expect(
        orderCustomFields(ctx, { record: 'parties', sections: sections.slice(1) }),
      ).rejects.toThrow(failure('customization.orderIncomplete'))
      await deleteCustomSection(ctx, money.id)
      const { items, sections: left } = await listCustomFields(ctx, 'parties')
      expect([items.map(({ sectionId }) => sectionId), left]).toEqual([[null, null, null], []])
    }))

  test('refuse what contradicts itself: defaults, unique types, conditions that lead back', () =>
    tested.rolledBack(sara, async (ctx) => {
      const options = ['gold', 'iron'].map((value) => ({ value, labelFa: value, labelEn: value }))
      const metal = await createCustomField(ctx, field('metal', { type: 'oneOf', options }))
      const when = (key: string, op: string, ...values: unknown[]) => ({
        showWhen: { match: 'all', rules: [{ field: key, op, values }] },
      })
      const carat = await createCustomField(
        ctx,
        field('carat', { type: 'number', ...when('metal', 'in', 'gold') }),
      )
      const refused = (input: CustomFieldInput) =>
        createCustomField(ctx, input).then(
          () => null,
          (error: AppError) => error.options.fields?.map(({ path, code }) => [path, code]),
        )
      expect(await refused(field('a', { type: 'date', defaultValue: 'soon' }))).toEqual([
        ['defaultValue', 'invalid'],
      ])
      expect(await refused(field('a', { type: 'money', unique: true }))).toEqual([
        ['unique', 'customFields.cannotBeUnique'],
      ])
      expect(await refused(field('a', { unique: true, defaultValue: 'x' }))).toEqual([
        ['defaultValue', 'customFields.uniqueDefault'],
      ])
      expect(await refused(field('a', when('metal', 'in', 'lead')))).toEqual([
        ['showWhen.rules.0.values', 'invalid'],
      ])
      expect(await refused(field('a', when('none', 'filled')))).toEqual([
        ['showWhen.rules.0.field', 'option'],
      ])
      const change = (given: object) =>
        changeCustomField(ctx, metal.id, CustomFieldChange.parse({ version: metal.version, ...given }))
      await expect(change(when('carat', 'filled'))).rejects.toThrow(failure('badInput'))
      await expect(change({ options: options.slice(1) })).rejects.toThrow(
        failure('customFields.usedByCondition'),
      )
      await expect(change({ archived: true })).rejects.toThrow(failure('customFields.usedByCondition'))
      await createSavedView(ctx, {
        record: 'parties',
        name: 'طلاها',
        visibility: 'private',
        definition: { ...view, columns: ['name', 'custom.metal'] },
      })
      expect((await customFieldUsage(ctx, metal.id)).uses).toEqual([
        { kind: 'condition', label: carat.labelFa },
        { kind: 'view', label: 'طلاها' },
      ])
    }))

  test('tell in how many records they are filled and which options were chosen', () =>
    tested.rolledBack(sara, async (ctx) => {
      const options = ['small', 'big'].map((value) => ({ value, labelFa: value, labelEn: value }))
      const { id } = await createCustomField(ctx, field('size', { type: 'oneOf', options }))
      for (const value of ['big', 'big', 'small'])
        await writeCustomSides(ctx, 'parties', newId(), { size: value })
      expect(await customFieldUsage(ctx, id)).toEqual({
        records: 3,
        options: { big: 2, small: 1 },
        uses: [],
      })
      const long = await createCustomField(ctx, field('story', { type: 'longText' }))
      expect(await customFieldUsage(ctx, long.id)).toEqual({ records: null, options: {}, uses: [] })
    }))

  test('name no hidden field and no group beyond the reach of a role', () =>
    tested.rolledBack(sara, async (ctx) => {
      await createCustomField(ctx, field('secret'))
      const asks = (match: 'all' | 'any') => ({
        match,
        rules: [
          { field: 'secret', op: 'filled' },
          { field: 'record.groups', op: 'in', values: ['customers', 'partners'] },
        ],
      })
      await createCustomField(ctx, field('all', { showWhen: asks('all') }))
      await createCustomField(ctx, field('any', { showWhen: asks('any') }))
      await createCustomField(ctx, field('theirs', { appliesTo: ['partners'] }))
      await createCustomField(ctx, field('both', { appliesTo: ['partners', 'customers', 'person'] }))
      const actor = {
        ...ctx.actor,
        fieldRules: { 'parties.custom.secret': 'hidden' as const },
        limits: { parties: ['customers'] },
      }
      const { items } = await listCustomFields({ ...ctx, actor }, 'parties')
      expect(items.map(({ key, appliesTo, showWhen }) => [key, appliesTo, showWhen?.rules])).toEqual([
        ['all', [], [{ field: 'record.groups', op: 'in', values: ['customers'] }]],
        ['any', [], undefined],
        ['both', ['customers', 'person'], undefined],
      ])
    }))

  test('that are chosen from options need some', () =>
    tested.rolledBack(sara, async (ctx) => {
      await expect(createCustomField(ctx, field('empty', { type: 'manyOf' }))).rejects.toThrow(
        failure('badInput'),
      )
    }))
})

test('custom fields of a firm are listed for it alone', async () => {
  expect(await tested.rolledBack(sara, (ctx) => listCustomFields(ctx, 'parties'))).toEqual({
    items: [],
    sections: [],
  })
})
