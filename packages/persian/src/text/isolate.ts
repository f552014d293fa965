/** Text of unknown language inside a line: its direction neither follows nor disturbs what stands beside it. */
export const isolate = (text: string): string => `\u2068${text}\u2069`

/** Facts of a record beside each other in one line, each in its own direction; what is empty is left out. */
export const joinFacts = (facts: readonly (string | number | false | null | undefined)[]): string =>
  facts
    .filter((fact) => fact !== undefined && fact !== null && fact !== false && fact !== '')
    .map((fact) => isolate(String(fact)))
    .join(' · ')
