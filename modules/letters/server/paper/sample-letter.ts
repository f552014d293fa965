import type { Locale } from '@peyvand/platform/contract'
import type { Printed } from './paper-of.ts'

const person = { title: '', reason: '', userId: null, partyId: null }

const ordinary = {
  direction: 'outgoing',
  registerId: null,
  enclosures: 1,
  urgency: 'normal',
  confidentiality: 'normal',
  letterheadId: null,
  signerId: null,
  signed: false,
  stamped: true,
  links: [],
} as const

/** What a design is shown with in its editor. */
export const sampleLetter = (language: Locale): Printed =>
  language === 'fa'
    ? {
        ...ordinary,
        registryNo: '1405/2/12',
        subject: 'نمونهٔ نامه',
        body: 'با سلام و احترام،\n\nاین متن نمونه است تا جای **سربرگ**، حاشیه‌ها، پانویس و امضا در نامه دیده شود.\n\n- پیوست نخست: فهرست قیمت ThinkPad X1\n- پیوست دوم: شرایط فروش\n\nپیشاپیش از همکاری شما سپاسگزاریم.',
        recipients: [{ ...person, name: 'جناب آقای رضایی', title: 'مدیرعامل محترم شرکت آلفا' }],
        copies: [{ ...person, name: 'واحد مالی', reason: 'جهت استحضار' }],
      }
    : {
        ...ordinary,
        registryNo: '1405/2/12',
        subject: 'Sample letter',
        body: 'Dear Sir or Madam,\n\nThis text shows where **the letterhead**, margins, footer and signature stand.\n\nYours sincerely,',
        recipients: [{ ...person, name: 'Mr. Rezaei', title: 'Managing director, Alpha' }],
        copies: [{ ...person, name: 'Finance', reason: 'for information' }],
      }
