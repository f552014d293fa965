/** A field with its values. */
export interface Fact {
  label: string
  values: string[]
}

export type PrintedSection =
  | { kind: 'facts'; title: string; facts: Fact[] }
  | { kind: 'text'; title: string; lines: string[] }
  | {
      kind: 'table'
      title: string
      /** Widths in millimetres; 0 takes what is left. */
      columns: { title: string; width: number }[]
      rows: string[][]
      note: string
    }

/** Everything that stands on the printed file of a party. */
export interface PartyPaper {
  language: 'fa' | 'en'
  firm: string
  heading: string
  title: string
  subtitle: string
  warnings: string[]
  facts: Fact[]
  sections: PrintedSection[]
  /** Who printed it and when. */
  made: string
}

/** Codes, phones and addresses of the net run from the left, wherever they stand. */
export const codeText = (text: string): string => `\u2066${text}\u2069`

/** A fact, or nothing where it has no value. */
export const factOf = (label: string, values: readonly (string | null | undefined)[]): Fact[] => {
  const given = values.filter((value): value is string => Boolean(value))
  return given.length > 0 ? [{ label, values: given }] : []
}
