import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  barredOptions,
  checkConfiguration,
  type OptionDesign,
  pressOption,
} from '../../contract/check-configuration.ts'
import { canBeCompleted } from '../../contract/possible-choice.ts'

const option = (id: string, isDefault = false) => ({ id, isDefault })
const rule = (kind: 'requires' | 'excludes', optionId: string, others: string[], reason = 'چون') => ({
  id: `${kind} ${optionId}`,
  kind,
  optionId,
  others,
  reason,
})
const laptop: OptionDesign = {
  groups: [
    { id: 'cpu', min: 1, max: 1, options: [option('i5', true), option('i9')] },
    { id: 'cooling', min: 1, max: 1, options: [option('fan', true), option('water')] },
    { id: 'extras', min: 0, max: 2, options: [option('bag'), option('mouse'), option('dock')] },
  ],
  rules: [rule('requires', 'i9', ['water']), rule('excludes', 'bag', ['water', 'dock'])],
}

describe('a choice', () => {
  test.each([
    [['i5', 'fan'], []],
    [['i5', 'fan', 'bag', 'mouse'], []],
    [['i9', 'water', 'mouse', 'dock'], []],
    [['fan'], [{ code: 'tooFew', groupId: 'cpu', count: 1 }]],
    [['i5', 'i9', 'water'], [{ code: 'tooMany', groupId: 'cpu', count: 1 }]],
    [['i5', 'fan', 'tv'], [{ code: 'unknown', optionId: 'tv' }]],
    [['i9', 'fan'], [{ code: 'requires', optionId: 'i9', others: ['water'], reason: 'چون' }]],
    [['i5', 'fan', 'bag', 'dock'], [{ code: 'excludes', optionId: 'bag', others: ['dock'], reason: 'چون' }]],
  ])('of %j has the faults %j', (chosen, faults) => {
    expect(checkConfiguration(laptop, chosen)).toEqual(faults)
  })

  test('bars what cannot come along, with the option that stands against it', () => {
    expect(barredOptions(laptop, ['i5', 'fan', 'bag'])).toEqual([
      { optionId: 'i9', by: 'bag', reason: 'چون' },
      { optionId: 'water', by: 'bag', reason: 'چون' },
      { optionId: 'dock', by: 'bag', reason: 'چون' },
    ])
    expect(barredOptions(laptop, ['i5', 'fan', 'mouse', 'dock'])).toEqual([
      { optionId: 'bag', by: 'dock', reason: null },
    ])
  })

  test('pressing an option adds it, takes it off, or puts it in the place of the one of its group', () => {
    expect(pressOption(laptop, ['i5', 'fan'], 'mouse')).toEqual(['i5', 'fan', 'mouse'])
    expect(pressOption(laptop, ['i5', 'fan', 'mouse'], 'mouse')).toEqual(['i5', 'fan'])
    expect(pressOption(laptop, ['i5', 'fan'], 'water')).toEqual(['i5', 'water'])
    expect(pressOption(laptop, ['i5', 'fan'], 'fan')).toEqual(['i5', 'fan'])
  })
})

/** Up to nine options, so that every choice can be gone through. */
const designs: fc.Arbitrary<OptionDesign> = fc
  .array(
    fc.record({
      size: fc.integer({ min: 1, max: 3 }),
      min: fc.nat(2),
      max: fc.option(fc.integer({ min: 1, max: 3 })),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .chain((sizes) => {
    const groups = sizes.map(({ size, min, max }, group) => ({
      id: `g${group}`,
      min: Math.min(min, max ?? size, size),
      max,
      options: Array.from({ length: size }, (_, index) => option(`${group}.${index}`)),
    }))
    const ids = groups.flatMap(({ options }) => options.map(({ id }) => id))
    const rules = fc.array(
      fc
        .record({
          kind: fc.constantFrom('requires' as const, 'excludes' as const),
          optionId: fc.constantFrom(...ids),
          others: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
        })
        .filter(({ optionId, others }) => !others.includes(optionId))
        .map(({ kind, optionId, others }) => rule(kind, optionId, others)),
      { maxLength: ids.length > 1 ? 4 : 0 },
    )
    return rules.map((all) => ({ groups, rules: all }))
  })

const everyChoice = ({ groups }: OptionDesign): string[][] =>
  groups
    .flatMap(({ options }) => options.map(({ id }) => id))
    .reduce<string[][]>((all, id) => [...all, ...all.map((some) => [...some, id])], [[]])

/** The rules said once more, in the plainest way. */
const isSellable = ({ groups, rules }: OptionDesign, chosen: readonly string[]): boolean =>
  groups.every(({ min, max, options }) => {
    const count = options.filter(({ id }) => chosen.includes(id)).length
    return count >= min && (max === null || count <= max)
  }) &&
  rules.every(({ kind, optionId, others }) => {
    const isThere = others.some((id) => chosen.includes(id))
    return !chosen.includes(optionId) || isThere === (kind === 'requires')
  })

describe('for any design', () => {
  test('a choice is free of faults exactly when it keeps every count and rule', () => {
    fc.assert(
      fc.property(designs, (design) => {
        for (const chosen of everyChoice(design))
          expect(checkConfiguration(design, chosen).length === 0).toBe(isSellable(design, chosen))
      }),
    )
  })

  test('options can be completed exactly when some sellable choice has them all', () => {
    fc.assert(
      fc.property(designs, fc.nat(), (design, nth) => {
        const all = everyChoice(design)
        const chosen = all[nth % all.length] ?? []
        const isPossible = all.some(
          (one) => isSellable(design, one) && chosen.every((id) => one.includes(id)),
        )
        expect(canBeCompleted(design, chosen)).toBe(isPossible)
      }),
      { numRuns: 300 },
    )
  })

  test('a barred option is in no sellable choice that keeps what is chosen beside its own group', () => {
    fc.assert(
      fc.property(designs, fc.nat(), (design, nth) => {
        const all = everyChoice(design)
        const chosen = all[nth % all.length] ?? []
        for (const { optionId } of barredOptions(design, chosen)) {
          const group = design.groups.find(({ options }) => options.some(({ id }) => id === optionId))
          const steppingAside = group?.max === 1 ? group.options.map(({ id }) => id) : []
          const kept = [...chosen.filter((id) => !steppingAside.includes(id)), optionId]
          const sellable = all.filter(
            (one) => isSellable(design, one) && kept.every((id) => one.includes(id)),
          )
          expect(sellable).toEqual([])
        }
      }),
    )
  })
})
