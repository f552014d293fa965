import { recorded } from '@peyvand/activities/testing'
import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import { callerOf } from '@peyvand/parties/testing'
import { testApp } from '@peyvand/platform/testing'
import { describe, expect, test } from 'vitest'
import type { BookEntry, Letter, Register } from '../contract/index.ts'
import { CreateLetter } from '../contract/index.ts'
import { contentOf, written } from './testing.ts'
import { createLetter } from './write-letter.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })

describe('registers of letters', () => {
  test('a new firm has one per class, each used where none is chosen', async () => {
    const { registers } = await anotherFirm()
    expect(
      (await registers()).map(({ nameFa, directions, preview, usualFor }) => ({
        nameFa,
        directions,
        preview,
        usualFor,
      })),
    ).toEqual([
      { nameFa: 'نامه‌های وارده', directions: ['incoming'], preview: '1405/1/1', usualFor: ['incoming'] },
      { nameFa: 'نامه‌های صادره', directions: ['outgoing'], preview: '1405/2/1', usualFor: ['outgoing'] },
      { nameFa: 'نامه‌های داخلی', directions: ['internal'], preview: '1405/3/1', usualFor: ['internal'] },
    ])
  })

  test('a branch has its own: its people’s letters go there, others’ only when it is chosen', async () => {
    const { actor, caller, registers } = await anotherFirm()
    const team = await aTeam(tested.app, actor.firm, { name: 'شعبهٔ شیراز' })
    const clerk = await callerOf(
      tested,
      await aUser(tested.app, actor.firm, { role: 'secretary', teamIds: [team] }),
    )
    const { body: branch, status } = await caller.post<Register>('/letter-registers', {
      nameFa: 'دبیرخانهٔ شیراز',
      nameEn: 'Shiraz',
      directions: ['outgoing', 'incoming'],
      pattern: '{y}/SH/{n:4}',
      teamId: team,
    })
    expect(status).toBe(201)
    expect(branch).toMatchObject({ directions: ['incoming', 'outgoing'], team: { name: 'شعبهٔ شیراز' } })
    const incoming = { direction: 'incoming', subject: 'وارده' } as const
    expect((await written(clerk, incoming)).registryNo).toBe('1405/SH/0001')
    expect((await written(caller, incoming)).registryNo).toBe('1405/1/1')
    expect((await written(caller, { ...incoming, registerId: branch.id })).registryNo).toBe('1405/SH/0002')
    const years = (await registers()).find(({ id }) => id === branch.id)?.years
    expect(years).toEqual([{ year: 1405, letters: 2 }])
  })

  test('a register cannot take letters of another class, nor close as the last one of its class', async () => {
    const { caller, registers } = await anotherFirm()
    const [incoming, outgoing] = await registers()
    const wrong = await caller.post<{ errors: object[] }>('/letters', {
      direction: 'incoming',
      subject: 'وارده',
      registerId: outgoing?.id,
    })
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ code: 'letters.wrongRegister' }] } })
    const closed = await caller.patch(`/letter-registers/${incoming?.id}`, {
      version: incoming?.version,
      archived: true,
    })
    expect(closed).toMatchObject({ status: 409, body: { code: 'letters.lastRegister' } })
  })

  test('a pattern of another register and a yearly one without its year are refused', async () => {
    const { caller, registers } = await anotherFirm()
    const [incoming] = await registers()
    const change = (pattern: string) =>
      caller.patch(`/letter-registers/${incoming?.id}`, { version: incoming?.version, pattern })
    expect(await change('{y}/2/{n}')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'pattern', code: 'letters.patternTaken' }] },
    })
    expect(await change('W-{n}')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'customization.patternNeedsYear' }] },
    })
    expect(await change('و/{y}/{n:4}')).toMatchObject({ status: 200, body: { preview: 'و/1405/0001' } })
  })

  test('only who manages registers changes them', async () => {
    const { actor } = await anotherFirm()
    const clerk = await callerOf(tested, await aUser(tested.app, actor.firm, { role: 'secretary' }))
    const answer = await clerk.post('/letter-registers', {
      nameFa: 'الف',
      nameEn: 'A',
      directions: ['incoming'],
      pattern: '{y}-{n}',
    })
    expect(answer.status).toBe(403)
  })
})

describe('the register book', () => {
  test('has no gap and no number twice under fifty clerks at once, some of whom fail', async () => {
    const { actor, caller } = await anotherFirm()
    const letter = CreateLetter.parse({ direction: 'incoming', subject: 'هم‌زمان' })
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        tested.committed(actor, async (ctx) => {
          const { registryNo } = await createLetter(ctx, letter)
          if (index % 5 === 0) throw new Error('fails after the number was given')
          return registryNo
        }),
      ),
    )
    const given = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(given.length).toBe(40)
    const { body } = await caller.get<{ items: BookEntry[] }>('/letter-book?sort=number&limit=200')
    expect(body.items.map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    )
    expect(new Set(given).size).toBe(40)
  })

  test('keeps the number of a void letter, and of one in the recycle bin', async () => {
    const { caller } = await anotherFirm()
    const first = await written(caller, { direction: 'incoming', subject: 'نخست' })
    const second = await written(caller, { direction: 'incoming', subject: 'دوم' })
    const voided = await caller.post<Letter>(`/letters/${first.id}/void`, { reason: 'ثبت تکراری' })
    expect(voided.body.voided).toMatchObject({ reason: 'ثبت تکراری', at: now })
    expect((await caller.post(`/letters/${first.id}/void`, { reason: 'باز هم' })).status).toBe(409)
    await caller.delete(`/activities/${second.id}`)
    expect((await written(caller, { direction: 'incoming', subject: 'سوم' })).registryNo).toBe('1405/1/3')
    const { body } = await caller.get<{ items: BookEntry[] }>('/letter-book?sort=number')
    expect(
      body.items.map(({ registryNo, voided, letter }) => [registryNo, voided, letter?.subject ?? null]),
    ).toEqual([
      ['1405/1/1', true, 'نخست'],
      ['1405/1/2', false, null],
      ['1405/1/3', false, 'سوم'],
    ])
  })

  test('shows of a confidential letter to outsiders the number alone, also in searches', async () => {
    const { actor, caller } = await anotherFirm()
    const clerk = await callerOf(tested, await aUser(tested.app, actor.firm, { role: 'secretary' }))
    await written(clerk, { direction: 'incoming', subject: 'حقوق مدیران', confidentiality: 'secret' })
    const { body } = await caller.get<{ items: BookEntry[] }>('/letter-book')
    expect(body.items).toMatchObject([{ registryNo: '1405/1/1', letter: null }])
    const searched = await caller.get<{ items: BookEntry[] }>(
      `/letter-book?q=${encodeURIComponent('حقوق مدیران')}`,
    )
    expect(searched.body.items).toEqual([])
    const own = await clerk.get<{ items: BookEntry[] }>(`/letter-book?q=${encodeURIComponent('حقوق مدیران')}`)
    expect(own.body.items).toMatchObject([{ letter: { subject: 'حقوق مدیران' } }])
  })

  test('is narrowed by register and year, finds numbers typed in Persian, and has letters of the composer too', async () => {
    const { caller, registers } = await anotherFirm()
    await recorded(caller, { kind: 'letter', direction: 'incoming', subject: 'از فرم فعالیت' })
    await recorded(caller, { kind: 'letter', direction: 'outgoing', subject: 'صادره', status: 'done' })
    const [, outgoing] = await registers()
    const filter = encodeURIComponent(
      JSON.stringify({
        and: [
          { field: 'register', op: 'eq', value: outgoing?.id },
          { field: 'year', op: 'eq', value: 1405 },
        ],
      }),
    )
    const narrowed = await caller.get<{ items: BookEntry[] }>(`/letter-book?filter=${filter}`)
    expect(narrowed.body.items.map(({ registryNo }) => registryNo)).toEqual(['1405/2/1'])
    const found = await caller.get<{ items: BookEntry[] }>(`/letter-book?q=${encodeURIComponent('۱۴۰۵/۱')}`)
    expect(found.body.items.map(({ registryNo }) => registryNo)).toEqual(['1405/1/1'])
  })

  test('is written to a file with every number, the letters that the writer sees named', async () => {
    const { actor, caller } = await anotherFirm()
    const clerk = await callerOf(tested, await aUser(tested.app, actor.firm, { role: 'secretary' }))
    await written(clerk, { direction: 'incoming', subject: 'پنهان', confidentiality: 'secret' })
    await written(caller, { direction: 'incoming', subject: 'آشکار', letterNo: 'A-12' })
    const { body } = await caller.post<{ operationId: string }>('/exports', {
      record: 'letterBook',
      format: 'csv',
    })
    await tested.runJobs()
    const { body: operation } = await caller.get<{ result: { fileId: string } }>(
      `/operations/${body.operationId}`,
    )
    const path = `/files/${operation.result.fileId}/content`
    const lines = (await contentOf(tested, actor, { path })).content.toString().split(/\r?\n/)
    expect(lines[1]).toContain('محرمانه یا حذف‌شده')
    expect(lines[2]).toMatch(/آشکار.*A-12/)
    expect(lines[1]).not.toContain('پنهان')
  })

  test('is not for those without its right', async () => {
    const { actor } = await anotherFirm()
    const seller = await callerOf(tested, await aUser(tested.app, actor.firm, { role: 'salesperson' }))
    expect((await seller.get('/letter-book')).status).toBe(403)
    expect((await seller.post('/exports', { record: 'letterBook' })).status).toBe(403)
  })

  test('of another firm is empty', async () => {
    const { caller } = await anotherFirm()
    await written(caller, { direction: 'incoming', subject: 'وارده' })
    const other = await anotherFirm()
    const { body } = await other.caller.get<{ items: BookEntry[] }>('/letter-book')
    expect(body.items).toEqual([])
  })
})

async function anotherFirm() {
  const actor = await aFirm(tested.app)
  const caller = await callerOf(tested, actor)
  const registers = async () => (await caller.get<{ items: Register[] }>('/letter-registers')).body.items
  return { actor, caller, registers }
}
