import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { cardCells } from './card-cells.ts'
import { readCards } from './read-cards.ts'

const cellsIn = async (content: Readable, encoding = 'utf8'): Promise<Record<string, string>[]> => {
  const cards: Record<string, string>[] = []
  for await (const card of readCards(content, { encoding })) cards.push(Object.fromEntries(cardCells(card)))
  return cards
}
const fixture = (name: string) => cellsIn(createReadStream(new URL(`fixtures/${name}`, import.meta.url)))

test('cards of python-vobject are read through folds within letters, pictures and escapes', async () => {
  expect(await fixture('python-vobject.vcf')).toEqual([
    {
      honorific: 'دکتر',
      firstName: 'علی',
      lastName: 'محمدی‌زاده',
      organizationName: 'شرکت پولاد گستر',
      'ORG-UNIT': 'واحد فروش',
      jobTitle: 'مدیر فروش',
      province: 'تهران',
      city: 'تهران',
      postalCode: '1941933311',
      address: 'خیابان شریعتی، کوچهٔ لاله، پلاک ۱۲; واحد ۳',
      birthDate: '1985-04-12',
      email: 'ali.mohammadi@example.ir',
      mobile: '۰۹۱۲ ۳۴۵ ۶۷۸۹',
      'phone:work': '021-88776655',
      'fax:work': '+98 21 8877 6656',
      website: 'https://pulad.example.ir/?a=1,2',
      'X-CRM-CODE': 'A-17',
      notes:
        'در نمایشگاه صنعت آشنا شدیم؛ پیگیری شود.\nپس از ساعت ۱۶ تماس بگیرید، ترجیحاً تلفنی. این یادداشت بلند است تا سطر آن شکسته شود و خواننده باید دوباره آن را به هم بچسباند.',
    },
    { firstName: 'مریم', mobile: '09121112233' },
  ])
})

test('cards of Evolution: several addresses, and an organisation whose name was cut like a person’s', async () => {
  const [person, organization] = await fixture('evolution-30.vcf')
  expect(person).toMatchObject({
    honorific: 'مهندس',
    lastName: 'احمدی',
    organizationName: 'پیوند گستر',
    'phone:home': '031-36612345',
    email: 'ahmadi@example.com',
    'email#2': 'reza@example.org',
    address: 'بلوار کشاورز، پلاک ۵',
    notes: 'مشتری قدیمی\nایران، اصفهان، چهارباغ بالا',
    tags: 'مشتری\nویژه',
    'X-EVOLUTION-SPOUSE': 'سارا',
  })
  expect(organization).toEqual({ organizationName: 'شرکت آبان', 'phone:work': '02122334455' })
  expect((await fixture('evolution-21.vcf'))[0]).toMatchObject({
    mobile: '+989125556677',
    birthDate: '1978-11-02',
  })
})

test.each([
  [
    'khard-3.0.vcf',
    { lastName: 'صادقی', birthDate: '1992-09-23', 'phone:work': '051-38450000', tags: 'همکار' },
  ],
  [
    'khard-4.0.vcf',
    {
      lastName: 'صادقی',
      birthDate: '1992-09-23',
      mobile: '0935 222 3344',
      website: 'https://mehr.example.ir',
    },
  ],
  [
    'vcards-js-30.vcf',
    {
      lastName: 'راد',
      'fax:work': '01332223345',
      linkedin: 'https://www.linkedin.com/in/sararad',
      city: 'رشت',
    },
  ],
  [
    'vcards-js-40.vcf',
    {
      lastName: 'راد',
      'fax:work': '01332223345',
      'phone:home': '0912-3334455',
      notes: 'تماس\nپس از ۱۰ صبح\nبندر انزلی، انزلی',
    },
  ],
  [
    'abook.vcf',
    { firstName: 'کاوه', 'phone:home': '04133334444', mobile: '09141112222', 'email#2': 'kr@example.com' },
  ],
])('cards of %s are read', async (name, told) => {
  expect((await fixture(name))[0]).toMatchObject(told)
})

test('vCard 2.1 as telephones write it: quoted-printable over several lines, another character set, bare types', async () => {
  const quoted = (text: string) =>
    [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  const name = quoted('کریمی;مریم')
  const lines = [
    'BEGIN:VCARD',
    'VERSION:2.1',
    `N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${name.slice(0, 30)}=`,
    name.slice(30),
    'TEL;CELL;PREF:09121111111',
    'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D8):*140*11#',
    'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ',
    ' AAAA',
    '',
    'END:VCARD',
    '',
  ].join('\r\n')
  const old = iconv.encode('BEGIN:VCARD\r\nFN;CHARSET=WINDOWS-1256:حسن سعيدي\r\nEND:VCARD\r\n', 'win1256')
  expect(await cellsIn(Readable.from([Buffer.from(lines), old]))).toEqual([
    { firstName: 'مریم', lastName: 'کریمی', mobile: '09121111111', other: '*140*11#' },
    { fullName: 'حسن سعيدي' },
  ])
})

test('a card in UTF-16, one with Apple’s own words, and one within another', async () => {
  const text =
    'BEGIN:VCARD\nVERSION:3.0\nN:رستمی;آرش;;;\nitem1.TEL:02144556677\nitem1.X-ABLabel:انبار\nAGENT:BEGIN:VCARD\nBEGIN:VCARD\nFN:دیگری\nEND:VCARD\nURL:https://t.me/arash\nEND:VCARD\n'
  expect(await cellsIn(Readable.from([iconv.encode(text, 'utf16le', { addBOM: true })]), 'utf16le')).toEqual([
    { firstName: 'آرش', lastName: 'رستمی', 'phone:انبار': '02144556677', telegram: 'arash' },
  ])
})
