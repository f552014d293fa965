import { places } from '../apps/server/sample-data/words.ts'
import { newPersonNames, organizationNames } from './made-names.ts'

const headers = ['نوع', 'نام', 'نام خانوادگی', 'نام شرکت', 'موبایل', 'ایمیل', 'شهر', 'یادداشت']

/** A CSV file of new parties; every tenth row repeats the mobile of a row before it. */
export function importFile(rows: number): string {
  const persons = newPersonNames()
  const organizations = organizationNames()
  const lines = Array.from({ length: rows }, (_, i) => {
    const mobile = `0919${String((i % 10 === 9 ? i - 5 : i) * 31).padStart(7, '0')}`
    const city = places[i % places.length]?.city ?? ''
    const email = `customer${i}@example.com`
    if (i % 4 === 0) {
      const { display = '' } = organizations[i % organizations.length] ?? {}
      return ['حقوقی', '', '', `${display} ${i}`, mobile, email, city, ''].join(',')
    }
    const { first = '', last = '' } = persons[i % persons.length] ?? {}
    return ['حقیقی', first, last, '', mobile, email, city, 'از نمایشگاه'].join(',')
  })
  return [headers.join(','), ...lines].join('\r\n')
}
