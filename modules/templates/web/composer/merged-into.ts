/** A filled template in a text that may hold something already: in its place when empty, else at the caret. */
export function mergedInto(before: string, template: string, caret: number): string {
  if (before.trim() === '') return template
  const [head, tail] = [before.slice(0, caret), before.slice(caret)]
  const gapBefore = head === '' || head.endsWith('\n') ? '' : '\n'
  const gapAfter = tail === '' || tail.startsWith('\n') ? '' : '\n'
  return `${head}${gapBefore}${template}${gapAfter}${tail}`
}
