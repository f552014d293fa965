import { countProgress, type Document, type DocumentKind, documentKinds } from '../../contract/index.ts'

type Made = Pick<Document, 'kind' | 'convertsTo' | 'lines'>

/** What is made of a document next: the first that may be, but of an order nothing that all of it has had already. */
export function nextKind({ kind: of, convertsTo, lines }: Made): DocumentKind | undefined {
  const isThrough = (kind: DocumentKind) => {
    const counted = countProgress(lines, documentKinds[kind].delivers ? 'delivered' : 'invoiced')
    return counted === null || counted.share === 1
  }
  return documentKinds[of].followed ? convertsTo.find((kind) => !isThrough(kind)) : convertsTo[0]
}
