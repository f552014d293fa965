import * as englishModule from 'react-aria-components/i18n/en-US'
import { expect, test } from 'vitest'
import { reactAriaFa } from './react-aria-fa.ts'

const english = (englishModule as unknown as { default: Record<string, Record<string, unknown>> }).default

test('every message of React Aria has a Persian text, and none is left over', () => {
  const keys = (tables: Record<string, Record<string, unknown>>) =>
    Object.entries(tables)
      .flatMap(([name, messages]) => Object.keys(messages).map((key) => `${name} ${key}`))
      .sort()
  expect(keys(reactAriaFa)).toEqual(keys(english))
})

test('no Persian text holds English words except the names of keys', () => {
  const args = new Proxy({}, { get: (_, name) => (/count/i.test(String(name)) ? 3 : 'سارا') })
  const spoken = Object.values(reactAriaFa).flatMap((messages) =>
    Object.values(messages).map((text) => (typeof text === 'string' ? text : text(args as never))),
  )
  expect(spoken.length).toBeGreaterThan(140)
  for (const text of spoken) {
    expect(text.replace(/\b(Enter|Escape|Tab|Alt|Delete)\b/g, '')).not.toMatch(/[A-Za-z]|undefined/)
    expect(text).not.toMatch(/[!يك]/)
  }
})
