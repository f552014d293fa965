import { searchTerms } from '@peyvand/persian'

/** The form in which two spellings of a label are the same: letters folded, case, spaces and half-spaces ignored. */
export const labelMatch = (label: string): string => searchTerms(label).join('')
