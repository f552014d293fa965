import { aFirm } from '@peyvand/identity/testing'
import { testApp } from '@peyvand/platform/testing'
import { expect, test } from 'vitest'
import { CreateLetter, LetterheadInput } from '../../contract/index.ts'
import { createLetterhead } from '../letterheads.ts'
import { createRegister, listRegisters, updateRegister } from '../registers.ts'
import { createLetter } from '../write-letter.ts'
import { letterDrawing } from './letter-drawing.ts'
import type { LetterPaper } from './letter-paper.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })
const head = (given: object) => LetterheadInput.parse({ name: 'سربرگ', ...given })

test('a letter is laid out in Persian digits on the letterhead of its register, referring to the sender’s number', async () => {
  const actor = await aFirm(tested.app)
  const paper = await tested.rolledBack(actor, async (ctx) => {
    await createLetterhead(ctx, head({ title: 'شرکت' }))
    const { id: letterheadId } = await createLetterhead(ctx, head({ title: 'شعبهٔ شیراز\nدبیرخانه' }))
    const [, outgoing] = await listRegisters(ctx)
    await updateRegister(ctx, outgoing?.id ?? '', { version: 1, letterheadId })
    const answered = await createLetter(
      ctx,
      CreateLetter.parse({
        direction: 'incoming',
        subject: 'پرسش',
        letterNo: '45/الف',
        letterDate: '2026-11-19',
      }),
    )
    const { id } = await createLetter(
      ctx,
      CreateLetter.parse({
        direction: 'outgoing',
        subject: 'پاسخ 2 پرسش ThinkPad X1',
        body: 'متن',
        enclosures: 3,
        urgency: 'urgent',
        copies: [{ name: 'مالی', title: 'مدیر', reason: 'جهت استحضار' }],
        links: [{ relation: 'answers', letterId: answered.id }],
      }),
    )
    const drawing = await letterDrawing(ctx, { id, format: 'svg' })
    return 'data' in drawing ? (drawing.data as LetterPaper) : null
  })
  expect(paper).toMatchObject({
    language: 'fa',
    mark: 'پیش‌نویس',
    design: { title: ['شعبهٔ شیراز', 'دبیرخانه'] },
    facts: [
      { label: 'شماره', value: '—' },
      { label: 'تاریخ', value: '۱۴۰۵/۰۹/۰۱' },
      { label: 'پیوست', value: '۳ برگ' },
      { label: 'فوریت', value: 'فوری' },
    ],
    subject: 'پاسخ ۲ پرسش ThinkPad X1',
    references: ['عطف به نامهٔ شمارهٔ ۴۵/الف مورخ ۱۴۰۵/۰۸/۲۸'],
    copies: ['مالی، مدیر — جهت استحضار'],
  })
})

test('an English letterhead makes an English letter', async () => {
  const actor = await aFirm(tested.app)
  const paper = await tested.rolledBack(actor, async (ctx) => {
    const { id: letterheadId } = await createLetterhead(ctx, head({ language: 'en', title: 'Peyvand' }))
    const { id: registerId } = await createRegister(ctx, {
      nameFa: 'خارجی',
      nameEn: 'Foreign',
      directions: ['outgoing'],
      pattern: 'EN-{y}-{n}',
      perYear: true,
      teamId: null,
      letterheadId,
    })
    const input = { direction: 'outgoing', subject: 'Offer 2', registerId }
    const { id } = await createLetter(ctx, CreateLetter.parse(input))
    const drawing = await letterDrawing(ctx, { id, format: 'svg' })
    return 'data' in drawing ? (drawing.data as LetterPaper) : null
  })
  expect(paper).toMatchObject({
    language: 'en',
    mark: 'DRAFT',
    subject: 'Offer 2',
    facts: [
      { label: 'No.', value: '—' },
      { label: 'Date', value: '22 November 2026' },
      { label: 'Enclosures', value: 'none' },
    ],
  })
})
