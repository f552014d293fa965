import type { ProductRow } from '@peyvand/catalog/contract'
import { useReachable } from '@peyvand/platform/web'
import { useEffect, useState } from 'react'
import { type DraftLine, withProduct } from './draft-line.ts'
import { findProducts } from './find-products.ts'

type Lines = readonly DraftLine[]

/**
 * Puts products into lines that name one by code, barcode or name, as they come by paste or a scanner. Answers which
 * texts name none.
 */
export function useProductMatches(lines: Lines, onChange: (lines: Lines) => void): ReadonlySet<string> {
  const [known, setKnown] = useState<ReadonlyMap<string, ProductRow | null>>(new Map())
  const asked = [...new Set(lines.flatMap(({ wanted }) => (wanted && !known.has(wanted) ? [wanted] : [])))]
  const key = asked.join('\n')
  const isReachable = useReachable()
  useEffect(() => {
    if (key === '' || !isReachable) return
    const abort = new AbortController()
    const texts = key.split('\n')
    const learn = (found: ReadonlyMap<string, ProductRow>) => {
      if (abort.signal.aborted) return
      setKnown(
        (before) => new Map([...before, ...texts.map((text) => [text, found.get(text) ?? null] as const)]),
      )
    }
    // What could not be asked is asked again when the server answers.
    findProducts(texts, abort.signal).then(learn, () => undefined)
    return () => abort.abort()
  }, [key, isReachable])
  useEffect(() => {
    const isFound = ({ wanted }: DraftLine) => Boolean(wanted && known.get(wanted))
    if (!lines.some(isFound)) return
    onChange(
      lines.map((line) => {
        const product = line.wanted ? known.get(line.wanted) : null
        return product ? withProduct(line, product, product.unit) : line
      }),
    )
  }, [known, lines, onChange])
  return new Set([...known].flatMap(([text, product]) => (product ? [] : [text])))
}
