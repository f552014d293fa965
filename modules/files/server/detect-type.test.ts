import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { detectType } from './detect-type.ts'

const bytes = (hex: string, rest = '') => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(rest)])

test.each([
  ['89504e470d0a1a0a', 'عکس.png', 'image/png'],
  ['ffd8ffe0', 'photo.pdf', 'image/jpeg'],
  ['474946383961', 'a.gif', 'image/gif'],
  ['52494646aaaaaaaa57454250', 'a.webp', 'image/webp'],
  ['52494646aaaaaaaa57415645', 'a.wav', 'audio/wav'],
  ['255044462d312e37', 'نامه.pdf', 'application/pdf'],
  ['504b0304', 'a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['504b0304', 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['504b0304', 'a.exe', 'application/zip'],
  ['d0cf11e0a1b11ae1', 'a.xls', 'application/vnd.ms-excel'],
  ['49443303', 'call.mp3', 'audio/mpeg'],
  ['0000001c667479704d344120', 'call.m4a', 'audio/mp4'],
  ['2321414d520a', 'call.amr', 'audio/amr'],
])('the content %s named %s is %s', (hex, name, type) => {
  expect(detectType(bytes(hex), name)).toBe(type)
})

test.each([
  ['4d5a90000300', 'setup.exe'],
  ['4d5a90000300', 'picture.png'],
  ['7f454c46', 'program'],
  ['d0cf11e0a1b11ae1', 'installer.msi'],
  ['0001020304050607', 'data.csv'],
])('the content %s named %s is refused', (hex, name) => {
  expect(detectType(bytes(hex), name)).toBeNull()
})

test('pages and scripts are refused although they are text', () => {
  for (const name of ['page.html', 'image.svg', 'code.js', 'noextension']) {
    expect(detectType(Buffer.from('<svg onload="alert(1)">'), name)).toBeNull()
  }
})

test('a table of text is known in every encoding that Excel writes', () => {
  const text = 'نام,تلفن\nپیوند,02188776655\n'
  for (const encoding of ['utf8', 'utf16le', 'utf16be', 'win1256']) {
    expect(detectType(iconv.encode(text, encoding), 'مشتریان.csv'), encoding).toBe('text/csv')
  }
  expect(detectType(iconv.encode(text, 'utf16le', { addBOM: true }), 'a.csv')).toBe('text/csv')
})
