import { Readable } from 'node:stream'
import { contactPointTypes } from '@peyvand/parties/contract'
import { type CardParty, writeCard } from '@peyvand/parties/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardCells } from './card-cells.ts'
import { readCards } from './read-cards.ts'

const ofLetters = (...more: string[]) =>
  fc
    .array(fc.constantFrom(...Array.from('آبپچژگیک‌ۀaZ9۵😀'), ',', ';', '\\', ':', '"', '=', ' ', ...more), {
      maxLength: 60,
    })
    .map((letters) => letters.join('').trim())
const line = ofLetters()
const named = line.map((text) => `ن${text}`)

const aPoint = (type: string, value: fc.Arbitrary<string>) =>
  fc.record({
    type: fc.constant(type),
    value,
    label: fc.constantFrom(null, 'محل کار', 'منزل', 'انبار'),
    primary: fc.boolean(),
  })
const points = fc.uniqueArray(
  fc.oneof(
    aPoint(
      'mobile',
      fc.integer({ min: 9_000_000, max: 9_999_999 }).map((n) => `+98912${n}`),
    ),
    aPoint(
      'email',
      fc.integer().map((n) => `a${n}@example.ir`),
    ),
    aPoint(
      'website',
      fc.integer().map((n) => `https://example.ir/?q=${n},1`),
    ),
    aPoint(
      'telegram',
      fc.integer().map((n) => `name_${n}`),
    ),
    aPoint(
      'instagram',
      fc.integer().map((n) => `name.${n}`),
    ),
    aPoint(
      'other',
      named.map((text) => text.replace(/[:/]/g, '').trim()),
    ),
  ),
  { maxLength: 6, selector: ({ value }) => value },
)
const aParty = fc.record({
  kind: fc.constant('person'),
  honorific: line,
  firstName: named,
  lastName: named,
  jobTitle: line,
  notes: ofLetters('\n').map((text) => text || null),
  tags: fc
    .uniqueArray(fc.constantFrom('ویژه', 'a,b', 'ج;د'), { maxLength: 3 })
    .map((names) => names.map((name) => ({ name }))),
  address: line,
  points,
})

async function cellsOf(text: string): Promise<Record<string, string>> {
  const { value } = await readCards(Readable.from([Buffer.from(text)]), { encoding: 'utf8' }).next()
  return Object.fromEntries(cardCells(value ?? []))
}

test.each(['3.0', '4.0'] as const)(
  'a card of version %s says what the party does, and no line is longer than 75 bytes',
  async (version) => {
    await fc.assert(
      fc.asyncProperty(aParty, async ({ points, address, ...given }) => {
        const party = {
          id: '01939f00-0000-7000-8000-000000000001',
          name: `${given.firstName} ${given.lastName}`,
          gender: null,
          birthDate: '1985-04-12',
          worksFor: { id: 'o', name: 'شرکت، الف; ب' },
          contactPoints: points.map((point) => ({ ...point, extension: null })),
          addresses: [
            {
              label: null,
              province: '08',
              city: 'تهران',
              postalCode: '1941933311',
              text: address,
              primary: true,
            },
          ],
          updatedAt: '2026-11-22T08:00:00.000Z',
          ...given,
        } as unknown as CardParty
        const text = writeCard(party, { version, locale: 'fa' })
        expect(Math.max(...text.split('\r\n').map((one) => Buffer.byteLength(one)))).toBeLessThanOrEqual(75)
        const cells = await cellsOf(text)
        expect(cells).toMatchObject({
          id: party.id,
          firstName: given.firstName,
          lastName: given.lastName,
          organizationName: 'شرکت، الف; ب',
          birthDate: '1985-04-12',
          postalCode: '1941933311',
        })
        expect([cells['honorific'] ?? '', cells['jobTitle'] ?? '', cells['address'] ?? '']).toEqual([
          given.honorific,
          given.jobTitle,
          address,
        ])
        expect(cells['notes'] ?? null).toBe(given.notes)
        expect((cells['tags'] ?? '').split('\n').filter(Boolean)).toEqual(given.tags.map(({ name }) => name))
        const labels: Record<string, string> = { work: 'محل کار', home: 'منزل' }
        const read = Object.entries(cells).flatMap(([column, value]) => {
          const [, type = '', label] = /^(\w+)(?::([^#]*))?(?:#\d+)?$/.exec(column) ?? []
          return contactPointTypes.some((one) => one === type)
            ? [{ type, value, label: label ? (labels[label] ?? label) : null }]
            : []
        })
        expect(new Set(read)).toEqual(
          new Set(points.map(({ type, value, label }) => ({ type, value, label }))),
        )
      }),
      { numRuns: 200 },
    )
  },
)
