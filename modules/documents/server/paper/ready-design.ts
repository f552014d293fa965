import type { Locale } from '@peyvand/platform/contract'
import { type DocumentKind, PaperDesignInput } from '../../contract/index.ts'
import { paperWords } from './paper-words.ts'

/** What documents are printed in as long as the firm has no design for their kind. */
export const readyDesign = (kind: DocumentKind, language: Locale): PaperDesignInput =>
  PaperDesignInput.parse({
    name: paperWords[language].titles[kind],
    language,
    // The form of the tax organisation is a Persian one.
    layout: language === 'fa' && kind in paperWords.fa.officialTitles ? 'official' : 'modern',
  })
