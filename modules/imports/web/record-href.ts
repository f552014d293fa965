/** Where a record of an imported type opens: a party's file, a product, a deal, or a record of a kind of the firm's own. */
export function recordHref(record: string, id: string): string {
  const kind = /^records:(.+)$/.exec(record)?.[1]
  if (record === 'products') return `/products/${id}`
  if (record === 'deals') return `/deals/${id}`
  return kind ? `/records/${kind}/${id}` : `/parties/${id}`
}
