import { describe, expect, test } from 'vitest'
import { matchName } from './match-name.ts'

describe('two spellings of one name meet', () => {
  test.each([
    ['شرکت مهندسی پیوند گستر (سهامی خاص)', 'پیوندگستر'],
    ['پيوند‌گستر با مسئولیت محدود', 'موسسه پیوند گستر'],
    ['جناب آقای دکتر علي رضا محمدي', 'علیرضا محمدی'],
    ['سرکار خانم مهندس زهرا کاظمی', 'زهرا كاظمي'],
    ['Peyvand Gostar Co., Ltd.', 'peyvandgostar'],
    ['فروشگاه آب و رنگ', 'اب و رنگ'],
  ])('%j and %j', (a, b) => expect(matchName(a)).toBe(matchName(b)))

  test('different names stay apart', () => {
    expect(matchName('شرکت پیوند گستر')).not.toBe(matchName('شرکت پیوند کویر'))
  })

  test('a name of such words alone is kept', () => {
    expect(matchName('شرکت مهندسی')).toBe('شرکتمهندسی')
    expect(matchName('')).toBe('')
  })
})
