import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { parseIcuMessage } from './icu-message.ts'

const whole = (message: string, values: Record<string, unknown>) =>
  String(new IntlMessageFormat(message, 'en-US', undefined, { ignoreTag: true }).format(values as never))

describe('parseIcuMessage', () => {
  it.each([
    ["'{'name'}' is {name}", { name: 'x' }],
    ["it''s {name}, isn't it", { name: 'x' }],
    ['{kind, select, a {A {name}} other {B}}', { kind: 'a', name: 'x' }],
    ['{kind, select, a {A} other {B}}', { kind: 'c' }],
    [
      '{n, plural, =0 {none} one {# thing} other {# of {m, plural, one {# box} other {# boxes}}}}',
      { n: 5, m: 1 },
    ],
    ['{n, number} {n}', { n: 12345 }],
    ['# {name}', { name: '{x}' }],
  ])('reads %s', (message, values) => {
    expect(parseIcuMessage(message, 'en')(values)).toBe(whole(message, values))
  })

  it.each(['{', 'a } b', '{n, date}', '{n, plural, one {x}}', '{n, plural, one {x} other {y}', '{a b}'])(
    'refuses %s',
    (message) => {
      expect(() => parseIcuMessage(message, 'en')).toThrow()
    },
  )

  it('refuses to say a text without its values', () => {
    expect(() => parseIcuMessage('{name}', 'en')({})).toThrow('name')
  })
})
