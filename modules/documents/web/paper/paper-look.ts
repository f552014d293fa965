import type { Locale } from '@peyvand/platform/contract'

/** How a document is to look: by the usual design, by that of a language, or by one of the firm's. */
export type PaperLook = 'usual' | Locale | (string & {})

const isLanguage = (look: PaperLook): look is Locale => look === 'fa' || look === 'en'

/** What the routes of papers and sending are asked with. */
export const paperQuery = (look: PaperLook): { designId?: string; language?: Locale } =>
  look === 'usual' ? {} : isLanguage(look) ? { language: look } : { designId: look }
