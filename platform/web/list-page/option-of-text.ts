import { searchKey } from '@peyvand/persian'

/** The option whose label a pasted text is, whichever way its letters are spelt; null of an empty text. */
export function optionOfText(
  options: readonly { id: string; label: string }[],
  text: string,
): string | null | undefined {
  if (text === '') return null
  const key = searchKey(text)
  return options.find(({ label }) => searchKey(label) === key)?.id
}
