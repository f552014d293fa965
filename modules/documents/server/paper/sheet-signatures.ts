import { type DocumentKind, documentKinds } from '../../contract/index.ts'
import type { DocumentSheet } from './document-sheet.ts'
import type { PaperWords } from './paper-words.ts'

/** Who signs a document of a kind: goods go through hands, invoices have two sides, the rest is the firm's word. */
export function signaturesOf(kind: DocumentKind, words: PaperWords): DocumentSheet['signatures'] {
  const { prices, shipping, side, sign } = documentKinds[kind]
  if (prices === 'hidden') {
    const isOurs = side === 'sales'
    return [
      { title: words.signSender, ours: isOurs },
      ...(shipping ? [{ title: words.signDriver, ours: false }] : []),
      { title: words.signReceiver, ours: !isOurs },
    ]
  }
  if (sign === 0) return [{ title: words.signFirm, ours: true }]
  return [
    { title: words.signSeller, ours: side === 'sales' },
    { title: words.signBuyer, ours: side === 'purchase' },
  ]
}
