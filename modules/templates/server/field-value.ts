/** The text of a field; null where the record has none, `withheld` where the caller's role may not see it. */
export type FieldValue = string | null | typeof withheld
export const withheld = Symbol('withheld')

/** Values of one record by the field's key. */
export type FieldValues = ReadonlyMap<string, FieldValue>
