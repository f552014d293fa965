import { searchKey, searchTerms } from '@peyvand/persian'

/** Whether a label holds every word of a text, whichever way its letters are spelt. */
export const matchesText = (label: string, text: string): boolean => {
  const key = searchKey(label)
  return searchTerms(text).every((term) => key.includes(term))
}
