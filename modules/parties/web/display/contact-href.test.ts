import { expect, test } from 'vitest'
import { contactHref, smsHref } from './contact-href.ts'

test('a phone is called, a mail address written to, a messenger opened by name or number', () => {
  expect(contactHref({ type: 'mobile', value: '+989123456789' })).toBe('tel:+989123456789')
  expect(contactHref({ type: 'email', value: 'info@example.ir' })).toBe('mailto:info@example.ir')
  expect(contactHref({ type: 'telegram', value: '@peyvand' })).toBe('https://t.me/peyvand')
  expect(contactHref({ type: 'telegram', value: '+989123456789' })).toBe('https://t.me/+989123456789')
  expect(contactHref({ type: 'whatsapp', value: '+989123456789' })).toBe('https://wa.me/989123456789')
  expect(contactHref({ type: 'website', value: 'example.ir' })).toBe('https://example.ir')
})

test('a masked number and a way without public address lead nowhere', () => {
  expect(contactHref({ type: 'mobile', value: '+98912***6789' })).toBeNull()
  expect(contactHref({ type: 'fax', value: '+982188776655' })).toBeNull()
  expect(smsHref({ type: 'mobile', value: '+98912***6789' })).toBeNull()
})

test('only mobiles take text messages', () => {
  expect(smsHref({ type: 'mobile', value: '+989123456789' })).toBe('sms:+989123456789')
  expect(smsHref({ type: 'phone', value: '+982188776655' })).toBeNull()
})
