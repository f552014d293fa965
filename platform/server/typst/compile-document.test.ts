import { expect, test } from 'vitest'
import { compileDocument, type TypstDocument } from './compile-document.ts'

const document = (template: string, given: Partial<TypstDocument> = {}): TypstDocument => ({
  template,
  data: {},
  pictures: {},
  format: 'pdf',
  madeAt: new Date('2026-11-22T09:00:00Z'),
  ...given,
})

const persian =
  '#let it = json(bytes(sys.inputs.data))\n#set text(font: "Vazirmatn", lang: "fa", dir: rtl)\n#text(it.text)'

test('the same document gives the same bytes, whatever its text says', async () => {
  const data = { text: 'سلام #panic() $x$ \\ ]' }
  const [first, second] = await Promise.all([
    compileDocument(document(persian, { data })),
    compileDocument(document(persian, { data })),
  ])
  expect(first.subarray(0, 5).toString()).toBe('%PDF-')
  expect(first.equals(second)).toBe(true)
})

test('pages for the screen are one picture', async () => {
  const svg = await compileDocument(document('یک #pagebreak() دو', { format: 'svg' }))
  expect(svg.toString()).toMatch(/^<svg/)
})

test('what cannot be set is told, and the next document is set again', async () => {
  await expect(compileDocument(document('#image("/missing")'))).rejects.toMatchObject({
    code: 'typst.failed',
  })
  await expect(compileDocument(document('#while true {}'))).rejects.toMatchObject({ code: 'typst.failed' })
  expect((await compileDocument(document('متن'))).length).toBeGreaterThan(500)
})

test('a document reads no file of the machine', async () => {
  await expect(compileDocument(document('#read("/etc/passwd")'))).rejects.toMatchObject({
    code: 'typst.failed',
  })
  await expect(compileDocument(document('#read("../compile-document.ts")'))).rejects.toMatchObject({
    code: 'typst.failed',
  })
})
