/** Where a record of an imported type opens: a party's file, or the page of a record of a kind of the firm's own. */
export function recordHref(record: string, id: string): string {
  const kind = /^records:(.+)$/.exec(record)?.[1]
  return kind ? `/records/${kind}/${id}` : `/parties/${id}`
}
