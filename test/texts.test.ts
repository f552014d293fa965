import { IntlMessageFormat } from 'intl-messageformat'
import { expect, it } from 'vitest'
import { texts as en } from '../apps/web/src/texts/en.ts'
import { texts as fa } from '../apps/web/src/texts/fa.ts'
import { parseIcuMessage } from '../platform/web/icu-message.ts'

const languages = { fa: { tag: 'fa-IR', texts: fa }, en: { tag: 'en-US', texts: en } } as const

it.each(['fa', 'en'] as const)('the screens say every text in %s as the whole ICU grammar does', (locale) => {
  const { tag, texts } = languages[locale]
  const withValues = Object.entries(texts).filter(([, text]) => text.includes('{'))
  expect(withValues.length).toBeGreaterThan(100)
  for (const [key, text] of withValues) {
    const whole = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true })
    const say = parseIcuMessage(text, locale)
    const names = new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name))
    for (const count of [0, 1, 2, 11, 1234567]) {
      const values = Object.fromEntries([...names].map((name) => [name, count]))
      expect(say(values), key).toBe(String(whole.format(values)))
    }
  }
})
