export { fiscalYearOf, fiscalYearRange } from './calendar/fiscal-year.ts'
export {
  type DateStyle,
  formatDate,
  formatDateTime,
  formatMonth,
  formatTime,
} from './calendar/format-date.ts'
export {
  addDays,
  type DateRange,
  dayNumber,
  daysBetween,
  fromDayNumber,
  gregorianParts,
  type IsoDate,
  isIsoDate,
  isoFromGregorian,
  weekday,
} from './calendar/iso-date.ts'
export {
  addJalaliMonths,
  addJalaliYears,
  FIRST_JALALI_YEAR,
  firstOfJalaliMonth,
  fromJalali,
  isJalaliDate,
  isJalaliLeapYear,
  type JalaliDate,
  jalaliMonthLength,
  LAST_JALALI_YEAR,
  seasonOfMonth,
  toJalali,
} from './calendar/jalali.ts'
export { type Calendar, monthNames, seasonNames, weekdayLetters, weekdayNames } from './calendar/names.ts'
export { type DateError, parseDate } from './calendar/parse-date.ts'
export {
  isJalaliPeriod,
  JALALI_PERIODS,
  type JalaliPeriod,
  type JalaliUnit,
  jalaliPeriod,
  jalaliUnit,
} from './calendar/periods.ts'
export { relativeDate, relativeTime } from './calendar/relative.ts'
export { instantAt, localClock, localDate, startOfDay, TEHRAN } from './calendar/time-zone.ts'
export {
  type CardNumberError,
  formatCardNumber,
  maskCardNumber,
  parseCardNumber,
} from './identifiers/card-number.ts'
export { type EconomicCodeError, parseEconomicCode } from './identifiers/economic-code.ts'
export { type LegalNationalIdError, parseLegalNationalId } from './identifiers/legal-national-id.ts'
export { type MobileError, parseMobile } from './identifiers/mobile.ts'
export { type NationalIdError, parseNationalId } from './identifiers/national-id.ts'
export {
  formatPhone,
  maskPhone,
  type Phone,
  type PhoneError,
  type PhoneKind,
  parseLandline,
  parsePhone,
  provinceOfPhone,
} from './identifiers/phone.ts'
export { formatPostalCode, type PostalCodeError, parsePostalCode } from './identifiers/postal-code.ts'
export { parseSayadId, type SayadIdError } from './identifiers/sayad-id.ts'
export { formatSheba, parseSheba, type ShebaError } from './identifiers/sheba.ts'
export type { Locale } from './locale.ts'
export { localizeDigits, toLatinDigits, toPersianDigits } from './numbers/digits.ts'
export { formatNumber, formatPercent } from './numbers/format-number.ts'
export {
  amountInWords,
  averageAmount,
  formatMoney,
  type MoneyError,
  type MoneyUnit,
  parseMoney,
} from './numbers/money.ts'
export { numberInWords, ordinalInWords } from './numbers/number-in-words.ts'
export { type NumberError, parseDecimal, parseNumber } from './numbers/parse-number.ts'
export type { Province } from './places/provinces.ts'
export type { Result } from './result.ts'
export { cleanBody, cleanCode, cleanText } from './text/clean.ts'
export { isolate, joinFacts } from './text/isolate.ts'
export { joinList } from './text/join-list.ts'
export { matchName } from './text/match-name.ts'
export { rescueKeyboard } from './text/rescue-keyboard.ts'
export { searchKey, searchPhrase, searchTerms } from './text/search-key.ts'
export { similarity } from './text/similarity.ts'
export { type SmsParts, smsParts } from './text/sms-parts.ts'
