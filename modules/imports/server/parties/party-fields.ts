import { type ContactPointType, contactPointTypes } from '@peyvand/parties/contract'
import { parseLegalNationalId, parseMobile, parseNationalId, parsePhone } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import { ownImportFields } from '../import-fields.ts'
import type { ImportField } from '../import-target.ts'

type Row = [key: string, fa: string, en: string, synonyms: string, rest?: Partial<ImportField>]

const person: Partial<ImportField> = { side: 'person' }
const organization: Partial<ImportField> = { side: 'organization' }
const code: Partial<ImportField> = { type: 'code' }
const value: Partial<ImportField> = { type: 'value' }

// Labels are those of lists and exports, so that an export is understood without a question.
const rows: readonly Row[] = [
  ['id', 'شناسهٔ سامانه', 'System id', 'شناسه سیستم|record id|id', code],
  [
    'kind',
    'نوع',
    'Kind',
    'نوع شخص|نوع مشتری|نوع طرف حساب|حقیقی/حقوقی|حقیقی حقوقی|type|party type|kind',
    value,
  ],
  [
    'number',
    'شماره پرونده',
    'File number',
    'کد مشتری|کد اشتراک|کد طرف حساب|شماره مشتری|کد|customer code|customer number|customer id|code|account number',
    code,
  ],
  [
    'name',
    'نام',
    'Name',
    'نام مشتری|نام طرف حساب|مشتری|طرف حساب|عنوان مشتری|نام مخاطب|مخاطب|نام/شرکت|نام شخص/شرکت|customer|customer name|account name|party|title',
  ],
  [
    'organizationName',
    'نام شرکت',
    'Organisation',
    'شرکت|سازمان|نام سازمان|شرکت/سازمان|نام شرکت/سازمان|موسسه|نام موسسه|فروشگاه|نام فروشگاه|محل کار|کارفرما|company|company name|organization|organisation name|organization name|employer|account|business name|works for',
    organization,
  ],
  [
    'fullName',
    'نام و نام خانوادگی',
    'Full name',
    'نام ونام خانوادگی|نام نام خانوادگی|نام کامل|رابط|نام رابط|فرد رابط|شخص رابط|نام مدیر|مدیرعامل|نام مدیرعامل|نماینده|full name|contact|contact name|contact person|person|person name',
    person,
  ],
  ['firstName', 'نام کوچک', 'First name', 'اسم|نام شخص|firstname|first|given name|forename', person],
  [
    'lastName',
    'نام خانوادگی',
    'Last name',
    'فامیل|فامیلی|نام فامیل|شهرت|lastname|last|surname|family name|family',
    person,
  ],
  ['honorific', 'عنوان', 'Honorific', 'پیشوند|لقب|خطاب|salutation|prefix', person],
  [
    'firstNameLatin',
    'نام کوچک (لاتین)',
    'First name (Latin)',
    'نام لاتین شخص|نام انگلیسی|first name latin|latin first name',
    person,
  ],
  [
    'lastNameLatin',
    'نام خانوادگی (لاتین)',
    'Last name (Latin)',
    'نام خانوادگی لاتین|نام خانوادگی انگلیسی|last name latin|latin last name',
    person,
  ],
  [
    'nameLatin',
    'نام لاتین',
    'Latin name',
    'نام لاتین شرکت|نام انگلیسی شرکت|english name|latin name',
    organization,
  ],
  ['brandName', 'نام تجاری', 'Brand name', 'برند|نام برند|brand', organization],
  ['gender', 'جنسیت', 'Gender', 'جنس|زن/مرد|sex', { ...person, type: 'value' }],
  [
    'birthDate',
    'تاریخ تولد / تأسیس',
    'Birth / founding date',
    'تاریخ تولد|تولد|متولد|تاریخ تاسیس|birth date|birthday|date of birth|dob|birthdate|founded',
    { type: 'date' },
  ],
  [
    'nationalId',
    'کد ملی',
    'National id',
    'کدملی|شماره ملی|کد ملی شخص|national code|national id|nationalcode|ssn',
    { ...person, ...code, looksLike: (v) => parseNationalId(v).ok },
  ],
  [
    'legalNationalId',
    'شناسهٔ ملی',
    'Legal national id',
    'شناسه ملی|شناسه ملی شرکت|شناسه حقوقی|legal national id|company national id|legal id',
    { ...organization, ...code, looksLike: (v) => parseLegalNationalId(v).ok },
  ],
  [
    'economicCode',
    'کد اقتصادی',
    'Economic code',
    'شماره اقتصادی|کداقتصادی|economic number|tax id|vat number',
    code,
  ],
  [
    'registrationNumber',
    'شماره ثبت',
    'Registration number',
    'شماره ثبت شرکت|ثبت|registration no|reg no',
    { ...organization, ...code },
  ],
  [
    'foreignId',
    'کد فراگیر / شماره گذرنامه',
    'Foreigner id / passport',
    'کد فراگیر|شماره گذرنامه|گذرنامه|پاسپورت|passport|passport number',
    { ...person, ...code },
  ],
  ['fatherName', 'نام پدر', "Father's name", 'پدر|father name|father', person],
  [
    'birthCertificateNo',
    'شماره شناسنامه',
    'Birth certificate no.',
    'ش ش|شناسنامه|birth certificate',
    { ...person, ...code },
  ],
  ['jobTitle', 'سمت', 'Job title', 'شغل|پست|پست سازمانی|عنوان شغلی|سمت سازمانی|position|job|role', person],
  [
    'industry',
    'حوزهٔ فعالیت',
    'Industry',
    'صنعت|زمینه فعالیت|حوزه فعالیت|نوع فعالیت|رسته|صنف|field of activity|sector',
    { type: 'value' },
  ],
  [
    'leadSource',
    'نحوهٔ آشنایی',
    'Source',
    'نحوه آشنایی|منبع|منبع سرنخ|روش آشنایی|طریقه آشنایی|lead source|how found',
    value,
  ],
  ['level', 'سطح مشتری', 'Customer level', 'سطح|رتبه|گرید|درجه|level|grade|rank|tier', value],
  ['introducer', 'معرف', 'Introducer', 'معرفی کننده|معرف مشتری|referrer|introduced by', { type: 'party' }],
  ['marketer', 'بازاریاب', 'Marketer', 'ویزیتور|بازاریاب/ویزیتور|sales agent', { type: 'party' }],
  [
    'owner',
    'مسئول',
    'Owner',
    'کارشناس|کارشناس پیگیری|کارشناس فروش|مسئول پیگیری|مسئول پرونده|assigned to|account manager|sales rep|record owner',
    { type: 'user' },
  ],
  ['groups', 'گروه‌ها', 'Groups', 'گروه|دسته|گروه مشتری|دسته بندی|group|category', { ...value, many: true }],
  [
    'groupState',
    'وضعیت در گروه',
    'State in the group',
    'وضعیت مشتری|وضعیت سرنخ|مرحله سرنخ|customer status|lead status|lead stage',
    value,
  ],
  ['tags', 'برچسب‌ها', 'Tags', 'برچسب|تگ|کلیدواژه|tag|labels', { ...value, many: true }],
  [
    'nextContactOn',
    'تاریخ تماس بعدی',
    'Next contact',
    'پیگیری بعدی|تاریخ پیگیری|تاریخ پیگیری بعدی|تماس بعدی|next contact date|follow up|next follow up',
    { type: 'date' },
  ],
  [
    'doNotContact',
    'تماس گرفته نشود',
    'Do not contact',
    'عدم تماس|ممنوع التماس|opt out|dnc',
    { type: 'boolean' },
  ],
  ['notes', 'یادداشت‌ها', 'Notes', 'توضیحات|شرح|یادداشت|ملاحظات|توضیح|note|description|comments|remarks'],
  ['province', 'استان', 'Province', 'نام استان|state'],
  ['county', 'شهرستان', 'County', 'نام شهرستان|district'],
  ['city', 'شهر', 'City', 'نام شهر|town'],
  [
    'address',
    'نشانی',
    'Address',
    'آدرس|نشانی پستی|آدرس دفتر|آدرس شرکت|نشانی کامل|street|address line|address 1',
  ],
  ['postalCode', 'کد پستی', 'Postal code', 'کدپستی|zip|zip code|postcode', code],
]

const contactSynonyms: Partial<Record<ContactPointType, string>> = {
  mobile:
    'موبایل|همراه|تلفن همراه|شماره همراه|شماره موبایل|تلفن همراه 1|موبایل 1|موبایل 2|cell|cell phone|mobile phone|mobile number|mobile 1|mobile 2',
  phone:
    'تلفن|تلفن ثابت|شماره تماس|شماره تلفن|تلفن تماس|تلفن دفتر|تلفن شرکت|تلفن 1|تلفن 2|تلفن محل کار|شماره ثابت|phone|telephone|tel|phone number|work phone|business phone|phone 1|phone 2',
  fax: 'نمابر|فکس|فاکس|دورنگار|fax|fax number',
  email: 'ایمیل|رایانامه|پست الکترونیک|پست الکترونیکی|آدرس ایمیل|e-mail|email address|mail',
  website: 'سایت|وبسایت|آدرس سایت|وب|site|web|url|homepage',
  telegram: 'شناسه تلگرام|آیدی تلگرام',
  whatsapp: 'واتس اپ|واتس‌آپ|واتساپ',
  instagram: 'اینستا|آیدی اینستاگرام',
  linkedin: 'لینکداین',
  other: 'سایر راه‌های ارتباطی|other contact',
}

const contactLabels: Record<ContactPointType, [fa: string, en: string]> = {
  mobile: ['تلفن همراه', 'Mobile'],
  phone: ['تلفن', 'Phone'],
  fax: ['دورنگار', 'Fax'],
  email: ['ایمیل', 'E-mail'],
  website: ['وب‌سایت', 'Website'],
  telegram: ['تلگرام', 'Telegram'],
  whatsapp: ['واتساپ', 'WhatsApp'],
  bale: ['بله', 'Bale'],
  eitaa: ['ایتا', 'Eitaa'],
  rubika: ['روبیکا', 'Rubika'],
  instagram: ['اینستاگرام', 'Instagram'],
  linkedin: ['لینکدین', 'LinkedIn'],
  other: ['سایر راه‌های ارتباطی', 'Other contact'],
}

const contactTests: Partial<Record<ContactPointType, (text: string) => boolean>> = {
  mobile: (text) => parseMobile(text).ok,
  phone: (text) => text.replace(/\D/g, '').length >= 8 && parsePhone(text, { defaultAreaCode: '021' }).ok,
  email: (text) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text),
  website: (text) => /^(https?:\/\/|www\.)\S+\.\S+$/i.test(text),
}

const contactSide = (type: ContactPointType): ImportField['side'] =>
  type === 'phone' || type === 'fax' || type === 'website' ? 'organization' : 'person'

const contactFields = contactPointTypes.map((type): ImportField => {
  const [fa, en] = contactLabels[type]
  const looksLike = contactTests[type]
  return {
    key: type,
    fa,
    en,
    type:
      type === 'mobile' || type === 'phone' || type === 'fax' ? 'phone' : type === 'email' ? 'email' : 'text',
    side: contactSide(type),
    many: true,
    synonyms: (contactSynonyms[type] ?? type).split('|'),
    ...(looksLike ? { looksLike } : {}),
  }
})

const readyFields: readonly ImportField[] = [
  ...rows.map(
    ([key, fa, en, synonyms, rest = {}]): ImportField => ({
      key,
      fa,
      en,
      type: 'text',
      side: 'main',
      synonyms: synonyms.split('|'),
      ...rest,
    }),
  ),
  ...contactFields,
]

/** Every field of parties that a column can go to, the firm's own last. */
export const partyImportFields = async (ctx: Ctx): Promise<ImportField[]> => [
  ...readyFields,
  ...(await ownImportFields(ctx, 'parties')),
]
