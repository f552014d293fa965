import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, parseBody } from './letter-body.ts'

const plain = (text: string) => [{ text, bold: false }]

describe('the marks of a letter’s text', () => {
  test('empty lines part paragraphs, single breaks stay', () => {
    expect(parseBody('با سلام\nو احترام\n\n\nمتن نامه')).toEqual([
      { type: 'paragraph', lines: [plain('با سلام'), plain('و احترام')] },
      { type: 'paragraph', lines: [plain('متن نامه')] },
    ])
  })

  test('two stars make bold, and stand as they are when never closed', () => {
    expect(parseBody('مبلغ **۱۰۰ ریال** است')).toEqual([
      {
        type: 'paragraph',
        lines: [[...plain('مبلغ '), { text: '۱۰۰ ریال', bold: true }, ...plain(' است')]],
      },
    ])
    expect(parseBody('۲ ** ۳')).toEqual([{ type: 'paragraph', lines: [plain('۲ ** ۳')] }])
  })

  test('lists with signs and with numbers of both scripts are apart', () => {
    expect(parseBody('- یک\n- دو\n۱. سه\n2) چهار')).toEqual([
      { type: 'list', ordered: false, items: [plain('یک'), plain('دو')] },
      { type: 'list', ordered: true, items: [plain('سه'), plain('چهار')] },
    ])
  })

  test('rows between bars are a table, with a head where a rule follows the first', () => {
    expect(parseBody('| کالا | تعداد |\n|---|---|\n| چاپگر | ۲ |')).toEqual([
      {
        type: 'table',
        hasHead: true,
        rows: [
          [plain('کالا'), plain('تعداد')],
          [plain('چاپگر'), plain('۲')],
        ],
      },
    ])
  })

  test('no text is ever lost, whatever signs it holds', () => {
    const words = fc.array(
      fc.constantFrom('متن', '**', '-', '|', '#', '1.', '\n', ' ', 'Latin-X1', '[x]', '$a$', '#set'),
    )
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('')
        const letters = (given: string) => given.replace(/[\s*|#\-•–.0-9]/g, '')
        expect(letters(parseBody(text).map(textOf).join(''))).toBe(letters(text))
      }),
    )
  })
})

const textOf = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
      return block.lines
        .flat()
        .map(({ text }) => text)
        .join('')
    case 'heading':
      return block.line.map(({ text }) => text).join('')
    case 'list':
      return block.items
        .flat()
        .map(({ text }) => text)
        .join('')
    case 'table':
      return block.rows
        .flat(2)
        .map(({ text }) => text)
        .join('')
  }
}
