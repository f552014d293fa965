import type { Locale } from '@peyvand/persian'
import * as englishModule from 'react-aria-components/i18n/en-US'
import { reactAriaFa } from './react-aria-fa.ts'

type Tables = Record<string, Record<string, unknown>>

// Its types declare the default export as a type only; at run time it is the table of messages.
const english = (englishModule as unknown as { default: Tables }).default

const localeKey = Symbol.for('react-aria.i18n.locale')
const stringsKey = Symbol.for('react-aria.i18n.strings')
const tables: Tables = Object.fromEntries(
  Object.entries(english).map(([name, messages]) => [name, { ...messages }]),
)

let installed: Locale | undefined

/**
 * Gives React Aria its own texts (screen-reader announcements, labels of built-in buttons) in the
 * language. React Aria reads the tables once, at the first component that needs a message, and keeps
 * the objects; so they are filled in place and a later call switches the language without a reload. Call it before rendering;
 * a second call with the same language does nothing.
 * Starting from English keeps a message that a newer React Aria adds from throwing.
 */
export const installReactAriaStrings = (locale: Locale): void => {
  if (locale === installed) return
  installed = locale
  const source = locale === 'fa' ? reactAriaFa : english
  for (const [name, messages] of Object.entries(source)) Object.assign((tables[name] ??= {}), messages)
  Object.assign(window, { [localeKey]: locale === 'fa' ? 'fa-IR' : 'en-US', [stringsKey]: tables })
}
