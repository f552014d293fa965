import type { Activity } from '@peyvand/activities/contract'
import { aFirm, aUser } from '@peyvand/identity/testing'
import { callerOf, made } from '@peyvand/parties/testing'
import { testApp } from '@peyvand/platform/testing'
import { describe, expect, test } from 'vitest'
import type { BookEntry, Letter, Letterhead, Signer } from '../contract/index.ts'
import { contentOf, issued, uploaded, written } from './testing.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })

describe('letters written here', () => {
  test('a draft has no number, is issued with one, and its text and names then stay', async () => {
    const { caller } = await anotherFirm()
    const draft = await written(caller, {
      direction: 'outgoing',
      subject: 'پیشنهاد قیمت',
      body: 'با سلام',
      recipients: [{ name: 'جناب آقای رضایی', title: 'مدیرعامل' }],
      copies: [{ name: 'واحد مالی', reason: 'جهت استحضار' }],
    })
    expect(draft).toMatchObject({ registryNo: null, isWritten: true, can: { issue: true, update: true } })
    const letter = await issued(caller, draft)
    expect(letter).toMatchObject({
      registryNo: '1405/2/1',
      recipients: [{ name: 'جناب آقای رضایی', title: 'مدیرعامل' }],
      copies: [{ name: 'واحد مالی', reason: 'جهت استحضار' }],
      can: { issue: false, update: false },
    })
    const { version } = letter
    const changed = await caller.patch(`/letters/${letter.id}`, { version, body: 'متن دیگر' })
    expect(changed).toMatchObject({ status: 409, body: { code: 'activities.letterFixed' } })
    const byActivity = await caller.patch(`/activities/${letter.id}`, { version, subject: 'دیگر' })
    expect(byActivity).toMatchObject({ status: 409, body: { code: 'activities.letterFixed' } })
    const asItIs = { subject: 'پیشنهاد قیمت', body: 'با سلام', priority: 'high' }
    expect((await caller.patch(`/activities/${letter.id}`, { version, ...asItIs })).status).toBe(200)
  })

  test('a draft is issued by «issue» only, and once', async () => {
    const { caller } = await anotherFirm()
    const draft = await written(caller, { direction: 'outgoing', subject: 'پیش‌نویس' })
    const { body: shown } = await caller.get<Activity>(`/activities/${draft.id}`)
    expect(shown.can.actions).toEqual(['start', 'cancel'])
    const finished = await caller.post(`/activities/${draft.id}/transitions`, {
      action: 'finish',
      version: draft.version,
    })
    expect(finished).toMatchObject({ status: 409, body: { code: 'letters.issueInstead' } })
    await caller.patch(`/letters/${draft.id}`, { version: draft.version, subject: 'پیش‌نویس دوم' })
    const late = await caller.patch(`/letters/${draft.id}`, { version: draft.version, urgency: 'urgent' })
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'versionConflict', current: { subject: 'پیش‌نویس دوم', recipients: [], isWritten: true } },
    })
    const { body: latest } = await caller.get<Letter>(`/letters/${draft.id}`)
    const letter = await issued(caller, latest)
    const again = await caller.post(`/letters/${draft.id}/issue`, { version: letter.version })
    expect(again).toMatchObject({ status: 409, body: { code: 'letters.notDraft' } })
  })

  test('an answer names its letter, both show it, and issuing it ends the open one', async () => {
    const { caller } = await anotherFirm()
    const incoming = await written(caller, {
      direction: 'incoming',
      subject: 'درخواست قیمت',
      letterNo: '۱۲۳/الف',
      answerBy: '2026-11-30',
    })
    expect(incoming).toMatchObject({ registryNo: '1405/1/1', answerBy: '2026-11-30' })
    const open = await caller.get<Activity>(`/activities/${incoming.id}`)
    expect(open.body).toMatchObject({ status: 'planned', dueAllDay: true, overdue: false })
    const draft = await written(caller, {
      direction: 'outgoing',
      subject: 'پاسخ درخواست قیمت',
      links: [{ relation: 'answers', letterId: incoming.id }],
    })
    await issued(caller, draft)
    const { body: answered } = await caller.get<Letter>(`/letters/${incoming.id}`)
    expect(answered.linkedBy).toMatchObject([{ relation: 'answers', id: draft.id, number: '1405/2/1' }])
    expect((await caller.get<Activity>(`/activities/${incoming.id}`)).body.status).toBe('done')
  })

  test('one that was not answered in time is overdue in the work of its owner and in the book', async () => {
    const { caller } = await anotherFirm()
    const { id } = await written(caller, {
      direction: 'incoming',
      subject: 'بی‌پاسخ',
      answerBy: '2026-11-20',
    })
    const { body: home } = await caller.get<{ overdue: { items: { id: string }[] } }>('/home')
    expect(home.overdue.items.map((item) => item.id)).toEqual([id])
    const { body: book } = await caller.get<{ items: BookEntry[] }>('/letter-book')
    expect(book.items).toMatchObject([{ letter: { overdue: true } }])
  })

  test('an answer that is awaited becomes a task with its day', async () => {
    const { caller } = await anotherFirm()
    const draft = await written(caller, { direction: 'outgoing', subject: 'استعلام' })
    await caller.post(`/letters/${draft.id}/issue`, {
      version: draft.version,
      answerExpectedBy: '2026-12-01',
    })
    const { body } = await caller.get<Activity>(`/activities/${draft.id}`)
    expect(body.followUps).toMatchObject([{ kind: 'task', subject: 'پیگیری پاسخ نامهٔ «استعلام»' }])
  })

  test('colleagues it goes to have it in their worklists: for action, copies for information', async () => {
    const { actor, caller } = await anotherFirm()
    const chief = await aUser(tested.app, actor.firm, { name: 'رئیس' })
    const clerk = await aUser(tested.app, actor.firm, { name: 'کارمند' })
    const draft = await written(caller, {
      direction: 'internal',
      subject: 'بخشنامه',
      recipients: [{ name: 'رئیس', userId: chief.userId }],
      copies: [{ name: 'کارمند', userId: clerk.userId, reason: 'جهت اطلاع' }],
    })
    await issued(caller, draft)
    const list = async (actorOf: typeof chief) =>
      (await (await callerOf(tested, actorOf)).get<{ items: object[] }>('/worklists/referred-to-me')).body
        .items
    expect(await list(chief)).toMatchObject([{ action: 'act', note: null }])
    expect(await list(clerk)).toMatchObject([{ action: 'inform', note: 'جهت اطلاع' }])
  })

  test('parties among its people have it in their files', async () => {
    const { caller } = await anotherFirm()
    const party = await made(caller, { kind: 'organization', name: 'شرکت آلفا', groups: [] })
    const draft = await written(caller, {
      direction: 'outgoing',
      subject: 'نامه',
      recipients: [{ name: 'شرکت آلفا', partyId: party.id }],
    })
    const { body } = await caller.get<Activity>(`/activities/${draft.id}`)
    expect(body.parties).toMatchObject([{ id: party.id, role: 'recipient' }])
  })

  test('a letter cannot name itself or what the writer does not see', async () => {
    const { actor, caller } = await anotherFirm()
    const clerk = await callerOf(tested, await aUser(tested.app, actor.firm))
    const hidden = await written(caller, {
      direction: 'incoming',
      subject: 'پنهان',
      confidentiality: 'secret',
    })
    const answer = await clerk.post('/letters', {
      direction: 'outgoing',
      subject: 'پاسخ',
      links: [{ relation: 'answers', letterId: hidden.id }],
    })
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'links.0.letterId', code: 'letters.unknownLetter' }] },
    })
  })
})

describe('signatures', () => {
  test('stand under a letter by their owner’s hand, and go when somebody else changes the text', async () => {
    const { actor, caller } = await anotherFirm()
    const chief = await aUser(tested.app, actor.firm, { role: 'secretary', name: 'رئیس' })
    const chiefCalls = await callerOf(tested, chief)
    const clerk = await aUser(tested.app, actor.firm, { role: 'secretary', name: 'کارمند' })
    const clerkCalls = await callerOf(tested, clerk)
    const signatureId = await uploaded(tested, actor)
    const { body: signer } = await caller.post<Signer>('/letter-signers', {
      name: 'رئیس دفتر',
      title: 'رئیس',
      userId: chief.userId,
      signatureId,
    })
    const letter = { direction: 'outgoing', subject: 'نامه', signerId: signer.id, signed: true } as const
    expect(await clerkCalls.post('/letters', letter)).toMatchObject({
      status: 403,
      body: { code: 'letters.cannotSign' },
    })
    expect((await written(chiefCalls, letter)).signed).toBe(true)
    const draft = await written(caller, { ...letter, ownerId: clerk.userId as string })
    const { id, version } = draft
    const dated = await clerkCalls.patch<Letter>(`/letters/${id}`, { version, answerBy: '2026-12-01' })
    expect(dated.body.signed).toBe(true)
    const changed = await clerkCalls.patch<Letter>(`/letters/${id}`, {
      version: dated.body.version,
      body: 'متن دیگر',
      signed: true,
    })
    expect(changed.body).toMatchObject({ body: 'متن دیگر', signed: false })
    const seen = await contentOf(tested, chief, { path: `/files/${signatureId}/content` })
    expect(seen.status).toBe(200)
  })

  test('cannot be fetched by those who may not sign, nor seen in previews', async () => {
    const { actor, caller } = await anotherFirm()
    const clerk = await aUser(tested.app, actor.firm, { role: 'secretary' })
    const signatureId = await uploaded(tested, actor)
    const { body: signer } = await caller.post<Signer>('/letter-signers', { name: 'رئیس', signatureId })
    const letter = { direction: 'outgoing', subject: 'نامه', signerId: signer.id, signed: true }
    const preview = { method: 'POST', path: '/letters/preview', body: letter } as const
    expect((await contentOf(tested, actor, preview)).content.toString()).toContain('<image')
    expect((await contentOf(tested, clerk, preview)).content.toString()).not.toContain('<image')
    const { status } = await contentOf(tested, clerk, { path: `/files/${signatureId}/content` })
    expect(status).toBe(404)
  })
})

describe('the paper of a letter', () => {
  test('a draft is drawn as PDF and as pages, an issued one is kept as a file that never changes', async () => {
    const { actor, caller } = await anotherFirm()
    const logoId = await uploaded(tested, actor)
    const { body: letterhead } = await caller.post<Letterhead>('/letterheads', {
      name: 'رسمی',
      title: 'شرکت نمونه',
      footer: 'تهران',
      logoId,
    })
    const draft = await written(caller, {
      direction: 'outgoing',
      subject: 'پیشنهاد ThinkPad X1',
      body: 'متن **پررنگ**\n\n- یک\n- دو',
      letterheadId: letterhead.id,
    })
    const asDraft = await contentOf(tested, actor, { path: `/letters/${draft.id}/paper` })
    expect(asDraft).toMatchObject({ status: 200, type: 'application/pdf' })
    expect(asDraft.content.subarray(0, 5).toString()).toBe('%PDF-')
    const pages = await contentOf(tested, actor, { path: `/letters/${draft.id}/paper?format=svg` })
    expect(pages.content.toString()).toContain('<svg')

    await issued(caller, draft)
    const before = await contentOf(tested, actor, { path: `/letters/${draft.id}/paper` })
    await tested.runJobs()
    const { body: letter } = await caller.get<Letter>(`/letters/${draft.id}`)
    expect(letter.finalFile).toMatchObject({ type: 'application/pdf' })
    await caller.patch(`/letterheads/${letterhead.id}`, { version: letterhead.version, title: 'نام دیگر' })
    const after = await contentOf(tested, actor, { path: `/letters/${draft.id}/paper` })
    expect(after.content.equals(before.content)).toBe(true)
    expect(after.content.equals(asDraft.content)).toBe(false)
    await tested.runJobs()
    const detached = await caller.delete(`/attachments/letterPapers/${draft.id}/${letter.finalFile?.id}`)
    expect(detached.status).toBe(403)
  })

  test('on the screen no page of a long letter lies over another', async () => {
    const { actor } = await anotherFirm()
    const body = { direction: 'outgoing', subject: 'بلند', body: 'بند نامه\n\n'.repeat(80) }
    const { content } = await contentOf(tested, actor, { method: 'POST', path: '/letters/preview', body })
    const [, height] = /viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(content.toString()) ?? []
    expect(Number(height)).toBeGreaterThan(2 * 841)
    // Fills of pages would stand at the top, outside any group.
    expect(content.toString()).not.toMatch(/\n {4}<path[^>]*fill="#ffffff"/)
  })

  test('what users write is never read as markup', async () => {
    const { actor } = await anotherFirm()
    const body = {
      direction: 'outgoing',
      subject: '#panic() $x$',
      body: '#import "x"\n\n]} #set page(width: 1pt) \\',
    }
    const answer = await contentOf(tested, actor, {
      method: 'POST',
      path: '/letters/preview?format=pdf',
      body,
    })
    expect(answer).toMatchObject({ status: 200, type: 'application/pdf' })
  })

  test('a broken picture is refused where it is chosen', async () => {
    const { actor, caller } = await anotherFirm()
    const fileId = await uploaded(tested, actor, Buffer.from('%PDF-1.4 no picture'))
    const answer = await caller.post('/letterheads', { name: 'الف', logoId: fileId })
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'logoId', code: 'files.noPicture' }] },
    })
  })

  test('a letter that came has no paper of ours', async () => {
    const { actor, caller } = await anotherFirm()
    const letter = await written(caller, { direction: 'incoming', subject: 'وارده' })
    const answer = await contentOf(tested, actor, { path: `/letters/${letter.id}/paper` })
    expect(answer.status).toBe(409)
  })

  test('envelopes of each size and the register book are drawn', async () => {
    const { actor, caller } = await anotherFirm()
    await written(caller, { direction: 'incoming', subject: 'وارده', letterNo: 'A-12' })
    for (const size of ['C5', 'DL', 'A4']) {
      const body = { size, to: 'شرکت آلفا\nتهران', from: 'ما', postalCode: '1619735744' }
      const answer = await contentOf(tested, actor, { method: 'POST', path: '/letters/envelope', body })
      expect(answer).toMatchObject({ status: 200, type: 'application/pdf' })
    }
    expect(await contentOf(tested, actor, { path: '/letter-book/paper' })).toMatchObject({
      status: 200,
      type: 'application/pdf',
    })
  })
})

async function anotherFirm() {
  const actor = await aFirm(tested.app)
  return { actor, caller: await callerOf(tested, actor) }
}
