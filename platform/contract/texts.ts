/** Flat texts of one language: key (`parties.nav`) → ICU message. */
export type Texts = Record<string, string>
