import { listChanges } from '@peyvand/history/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { FieldRule, ListQuery } from '@peyvand/platform/contract'
import { ListQuery as ListQuerySchema } from '@peyvand/platform/contract'
import type { Actor, Ctx } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Party, UpdateParty } from '../contract/index.ts'
import { deleteParty } from './bin.ts'
import { listBin, listParties } from './list-parties.ts'
import { partyHistory } from './party-history.ts'
import { getParty } from './party-queries.ts'
import { searchParties } from './party-search.ts'
import { revealContact } from './reveal-contact.ts'
import { callerOf, made } from './testing-calls.ts'
import { updateParty } from './update-party.ts'

const tested = testApp()
let admin: Actor
let manager: Actor
let party: Party

beforeAll(async () => {
  admin = await aFirm(tested.app)
  manager = await aUser(tested.app, admin.firm, { role: 'manager' })
  party = await made(await callerOf(tested, admin), {
    kind: 'person',
    lastName: 'پنهان',
    nationalId: '0016369661',
    notes: 'محرمانه',
    contactPoints: [
      { type: 'mobile', value: '09123456789' },
      { type: 'email', value: 'someone@example.com' },
      { type: 'whatsapp', value: '09351112233' },
    ],
    addresses: [{ city: 'تهران', text: 'خیابان یکم' }],
  })
})

const ruled = (fieldRules: Record<string, FieldRule>): Actor => ({ ...manager, fieldRules })
const query = (given: object = {}): ListQuery => ListQuerySchema.parse(given)
const update = (change: object) => UpdateParty.parse({ version: 1, ...change })

describe('a role with masked phones', () => {
  const actor = () => ruled({ 'parties.phones': 'masked' })

  test('sees them masked in the record, in lists and in search, messengers included', async () => {
    const seen = await tested.rolledBack(actor(), (ctx) => getParty(ctx, party.id))
    expect(seen.contactPoints.map((point) => point.value)).toEqual([
      '۰۹۱۲ *** **۸۹',
      'someone@example.com',
      '۰۹۳۵ *** **۳۳',
    ])
    expect(seen.fieldRules).toEqual({ phones: 'masked' })
    const { items } = await tested.rolledBack(actor(), (ctx) => listParties(ctx, query()))
    expect(items[0]?.phone).toBe('۰۹۱۲ *** **۸۹')
    const hits = await tested.rolledBack(actor(), (ctx) =>
      searchParties(ctx, { q: 'پنهان', limit: 5, types: null }),
    )
    expect(hits[0]?.subtitle).toContain('***')
  })

  test('does not find by their digits, in lists, searches and filters', async () => {
    const found = (given: object) =>
      tested.rolledBack(actor(), async (ctx) => (await listParties(ctx, query(given))).items.length)
    const everything = (q: string) =>
      tested.rolledBack(
        actor(),
        async (ctx) => (await searchParties(ctx, { q, limit: 5, types: null })).length,
      )
    for (const digits of ['3456789', '0912 345 6789', '۱۱۱۲۲۳۳', '09', 'پنهان 3456']) {
      expect([digits, await found({ q: digits }), await everything(digits)]).toEqual([digits, 0, 0])
    }
    for (const seen of ['پنهان', '0016369661', '63696', 'someone@example', 'پنهان someone']) {
      expect([seen, await found({ q: seen }), await everything(seen)]).toEqual([seen, 1, 1])
    }
    const filter = JSON.stringify({ field: 'phone', op: 'contains', value: '3456' })
    await expect(found({ filter })).rejects.toMatchObject({ code: 'filter.unknownField' })
    const byType = JSON.stringify({ field: 'contactPoints', op: 'in', value: ['mobile'] })
    expect(await found({ filter: byType })).toBe(1)
  })

  test('finds a number that stands elsewhere too', async () => {
    await made(await callerOf(tested, admin), {
      kind: 'organization',
      name: 'فروشگاه 3456',
      contactPoints: [{ type: 'mobile', value: '09125553456' }],
    })
    const names = await tested.rolledBack(actor(), async (ctx) =>
      (await listParties(ctx, query({ q: '3456' }))).items.map((item) => item.name),
    )
    expect(names).toEqual(['فروشگاه 3456'])
  })

  test('does not find by them in the recycle bin either', async () => {
    const binned = await made(await callerOf(tested, admin), {
      kind: 'person',
      lastName: 'حذف‌شده',
      contactPoints: [{ type: 'mobile', value: '09127778899' }],
    })
    const found = (q: string) =>
      tested.rolledBack(actor(), async (ctx) => {
        await deleteParty(ctx, binned.id)
        return (await listBin(ctx, query({ q }))).items.length
      })
    expect([await found('7778899'), await found('حذف‌شده')]).toEqual([0, 1])
  })

  test('saves the rest without touching them', async () => {
    const seen = await tested.rolledBack(actor(), (ctx) => getParty(ctx, party.id))
    const contactPoints = seen.contactPoints
      .filter((point) => point.type === 'email')
      .map(({ id, type }) => ({ id, type, value: 'other@example.com' }))
    const values = await tested.rolledBack(actor(), async (ctx) => {
      const saved = await updateParty(ctx, party.id, update({ jobTitle: 'مدیر', contactPoints }))
      return saved.contactPoints.map((point) => point.value).toSorted()
    })
    expect(values).toEqual(['other@example.com', '۰۹۱۲ *** **۸۹', '۰۹۳۵ *** **۳۳'])
  })

  test('may not put in a new one', async () => {
    const contactPoints = [{ type: 'mobile', value: '09121110000' }]
    await expect(
      tested.rolledBack(actor(), (ctx) => updateParty(ctx, party.id, update({ contactPoints }))),
    ).rejects.toMatchObject({
      options: { fields: [{ path: 'contactPoints.0', code: 'parties.readOnlyField' }] },
    })
  })

  test('reads one in full by asking for it, which the audit log tells, and no more than sixty in an hour', async () => {
    const [point] = party.contactPoints
    const ask = { contactPointId: point?.id ?? '' }
    const told = (ctx: Ctx) =>
      ctx.db
        .selectFrom('auditLog')
        .select(['actorId', 'recordId', 'label'])
        .where('action', '=', 'read')
        .where('actorId', '=', actor().userId)
        .execute()
    expect(await tested.committed(actor(), (ctx) => revealContact(ctx, party.id, ask))).toEqual({
      value: '+989123456789',
    })
    expect(await tested.rolledBack(admin, told)).toEqual([
      { actorId: manager.userId, recordId: party.id, label: 'پنهان (\u2066۰۹۱۲ *** **۸۹\u2069)' },
    ])
    for (let n = 1; n < 60; n += 1)
      await tested.committed(actor(), (ctx) => revealContact(ctx, party.id, ask))
    await expect(
      tested.rolledBack(actor(), (ctx) => revealContact(ctx, party.id, ask)),
    ).rejects.toMatchObject({
      code: 'parties.revealedTooMany',
    })
    const hidden = ruled({ 'parties.phones': 'hidden' })
    await expect(tested.rolledBack(hidden, (ctx) => revealContact(ctx, party.id, ask))).rejects.toMatchObject(
      {
        code: 'notFound',
      },
    )
  })

  test('finds nothing about them among the changes', async () => {
    const { items } = await tested.rolledBack(actor(), (ctx) =>
      listChanges(ctx, partyHistory, { id: party.id, limit: 10 }),
    )
    expect(JSON.stringify(items)).not.toContain('9123456789')
    expect(JSON.stringify(items)).toContain('0016369661')
  })
})

describe('a role without identifiers, addresses and notes', () => {
  const actor = () =>
    ruled({
      'parties.identifiers': 'hidden',
      'parties.addresses': 'hidden',
      'parties.notes': 'hidden',
      'parties.emails': 'hidden',
    })

  test('sees none of them', async () => {
    const seen = await tested.rolledBack(actor(), (ctx) => getParty(ctx, party.id))
    expect(seen).toMatchObject({ nationalId: null, addresses: [], notes: null })
    expect(seen.contactPoints.map((point) => point.type)).toEqual(['mobile', 'whatsapp'])
    const { items } = await tested.rolledBack(actor(), (ctx) => listParties(ctx, query()))
    expect(items[0]).toMatchObject({ nationalId: null, city: null, email: null })
  })

  test.each(['63696', 'someone'])('does not find %s', async (q) => {
    const { items } = await tested.rolledBack(actor(), (ctx) => listParties(ctx, query({ q })))
    expect(items).toEqual([])
  })

  test.each(['nationalId', 'city', 'notes', 'email'])('cannot filter by %s', async (field) => {
    const filter = JSON.stringify({ field, op: 'notEmpty' })
    await expect(
      tested.rolledBack(actor(), (ctx) => listParties(ctx, query({ filter }))),
    ).rejects.toMatchObject({
      code: 'filter.unknownField',
    })
  })

  test('keeps them when it saves, and may not overwrite them', async () => {
    const change = (given: object) =>
      tested.rolledBack(actor(), async (ctx) => {
        await updateParty(ctx, party.id, update(given))
        return ctx.db
          .selectFrom('parties')
          .select(['nationalId', 'notes'])
          .where('id', '=', party.id)
          .executeTakeFirst()
      })
    expect(await change({ jobTitle: 'مدیر' })).toEqual({ nationalId: '0016369661', notes: 'محرمانه' })
    await expect(change({ nationalId: '0071878734' })).rejects.toMatchObject({
      options: { fields: [{ path: 'nationalId' }] },
    })
  })
})

test('a role that does not see an own field does not find by its words, however they are spelled', async () => {
  const api = await callerOf(tested, admin)
  for (const key of ['nickname', 'badge'])
    await api.post('/custom-fields', { record: 'parties', key, type: 'text', labelFa: key, labelEn: key })
  await made(api, {
    kind: 'person',
    lastName: 'دانا',
    custom: { nickname: 'مؤسسهٔ می\u200Cآید ۱۲ب', badge: 'Zeta 77' },
  })
  const found = (q: string, fieldRules: Record<string, FieldRule>) =>
    tested.rolledBack(ruled(fieldRules), async (ctx) => (await listParties(ctx, query({ q }))).items.length)
  const hidden = { 'parties.custom.nickname': 'hidden' } as const
  for (const q of ['موسسه', 'میاید', 'می آید', '12ب', 'موسسهمی'])
    expect([q, await found(q, {}), await found(q, hidden)]).toEqual([q, 1, 0])
  for (const q of ['zeta', 'دانا', 'zeta 77']) expect([q, await found(q, hidden)]).toEqual([q, 1])
})
