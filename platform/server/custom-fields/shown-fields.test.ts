import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConditionRule, CustomField } from '../../contract/index.ts'
import { factsFor, shownFields } from '../../contract/index.ts'

type Conditioned = Pick<CustomField, 'key' | 'type' | 'appliesTo' | 'showWhen'>

const field = (key: string, more: Partial<Conditioned> = {}): Conditioned => ({
  key,
  type: 'text',
  appliesTo: [],
  showWhen: null,
  ...more,
})
const when = (
  field: string,
  op: ConditionRule['op'],
  ...values: ConditionRule['values']
): Conditioned['showWhen'] => ({
  match: 'all',
  rules: [{ field, op, values }],
})
const keysOf = (fields: readonly Conditioned[], values = {}, scopes: string[] = []) =>
  shownFields(fields, values, scopes).map(({ key }) => key)

describe('a field with a condition', () => {
  test.each<[type: Conditioned['type'], rule: Conditioned['showWhen'], value: unknown, shown: boolean]>([
    ['oneOf', when('x', 'in', 'gold', 'silver'), 'silver', true],
    ['oneOf', when('x', 'in', 'gold'), null, false],
    ['oneOf', when('x', 'notIn', 'gold'), null, true],
    ['manyOf', when('x', 'in', 'b'), ['a', 'b'], true],
    ['manyOf', when('x', 'notIn', 'b'), ['a', 'b'], false],
    ['manyOf', when('x', 'empty'), [], true],
    ['boolean', when('x', 'in', false), undefined, true],
    ['boolean', when('x', 'in', true), undefined, false],
    ['number', when('x', 'atLeast', 10), 9.5, false],
    ['number', when('x', 'atMost', 10), 10, true],
    ['money', when('x', 'atLeast', '900'), '1000', true],
    ['date', when('x', 'atMost', '2026-03-21'), '2026-03-20', true],
    ['instant', when('x', 'atLeast', '2026-03-21T00:00:00Z'), '2026-03-21T03:30:00+03:30', true],
    ['date', when('x', 'atLeast', '2026-03-21'), null, false],
  ])('of %s: %o with %o', (type, showWhen, value, shown) => {
    expect(keysOf([field('x', { type }), field('y', { showWhen })], { x: value })).toEqual(
      shown ? ['x', 'y'] : ['x'],
    )
  })

  test('may ask what every record has', () => {
    const fields = [
      field('y', { showWhen: when('record.levelId', 'in', 'gold') }),
      field('z', { showWhen: when('record.groups', 'notIn', 'leads') }),
    ]
    const keysFor = (record: Record<string, unknown>) => keysOf(fields, factsFor(fields, record))
    expect(keysFor({ levelId: 'gold', groups: ['customers', 'leads'] })).toEqual(['y'])
    expect(keysFor({ groups: ['customers'] })).toEqual(['z'])
    expect(keysOf(fields, {})).toEqual(['z'])
  })

  test('sees nothing in a field that is hidden itself or is for other groups', () => {
    const chain = [
      field('c', { showWhen: when('b', 'filled') }),
      field('b', { showWhen: when('a', 'in', 'yes') }),
      field('a', { appliesTo: ['customers'] }),
    ]
    const values = { a: 'yes', b: 'x' }
    expect(keysOf(chain, values, ['customers'])).toEqual(['c', 'b', 'a'])
    expect(keysOf(chain, { ...values, a: 'no' }, ['customers'])).toEqual(['a'])
    expect(keysOf(chain, values, ['leads'])).toEqual([])
  })
})

// Fields that ask only of earlier ones, as the definitions are kept.
const keys = ['a', 'b', 'c', 'd', 'e', 'f']
const someFields = fc
  .tuple(
    ...keys.map((key, at) =>
      fc.record({
        key: fc.constant(key),
        type: fc.constantFrom<Conditioned['type'][]>('text', 'number', 'manyOf', 'boolean'),
        appliesTo: fc.subarray(['p', 'q'], { maxLength: 1 }),
        showWhen:
          at === 0
            ? fc.constant(null)
            : fc.option(
                fc.record({
                  match: fc.constantFrom<('all' | 'any')[]>('all', 'any'),
                  rules: fc.array(
                    fc.record({
                      field: fc.constantFrom(...keys.slice(0, at)),
                      op: fc.constantFrom<ConditionRule['op'][]>(
                        'in',
                        'notIn',
                        'filled',
                        'empty',
                        'atLeast',
                        'atMost',
                      ),
                      values: fc.array(fc.constantFrom<(string | number | boolean)[]>('x', 'y', 1, 2, true)),
                    }),
                    { minLength: 1, maxLength: 3 },
                  ),
                }),
              ),
      }),
    ),
  )
  .map((fields) => fields as Conditioned[])
const someValue = fc.constantFrom<unknown[]>(null, 'x', 'y', 1, 2, true, false, ['x'], [])
const someValues = fc.dictionary(fc.constantFrom(...keys), someValue)

test('what is shown depends on nothing but shown values, in whatever order fields stand', () => {
  fc.assert(
    fc.property(
      someFields,
      someValues,
      fc.subarray(['p', 'q']),
      someValue,
      (fields, values, scopes, other) => {
        const shown = new Set(keysOf(fields, values, scopes))
        expect(new Set(keysOf(fields.toReversed(), values, scopes))).toEqual(shown)
        // Whatever a hidden field holds changes nothing.
        const rewritten = Object.fromEntries(keys.map((key) => [key, shown.has(key) ? values[key] : other]))
        expect(new Set(keysOf(fields, rewritten, scopes))).toEqual(shown)
      },
    ),
  )
})
