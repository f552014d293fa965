import { definePermissions } from '@peyvand/platform/contract'

/** Who sees and writes a letter is told by the rights of activities; these are of the secretariat. */
export const lettersPermissions = definePermissions({
  records: [],
  rights: {
    'letters.book': {
      label: { fa: 'دفتر اندیکاتور', en: 'Register book of letters' },
      roles: ['manager', 'secretary'],
    },
    'letters.void': {
      label: { fa: 'ابطال نامه', en: 'Declare letters void' },
      roles: ['manager', 'secretary'],
    },
    'letters.signForOthers': {
      label: { fa: 'درج امضای دیگران در نامه', en: 'Put signatures of others under letters' },
      roles: ['manager'],
    },
    'letters.manage': {
      label: { fa: 'دفترها، سربرگ‌ها و امضاها', en: 'Registers, letterheads and signatures' },
      roles: ['manager'],
    },
  },
})
