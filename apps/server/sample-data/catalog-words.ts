/** Product groups with the group above. */
export const catalogGroups: readonly (readonly [name: string, parent: string | null])[] = [
  ['تجهیزات اداری', null],
  ['چاپگر و اسکنر', 'تجهیزات اداری'],
  ['لوازم مصرفی', 'تجهیزات اداری'],
  ['شبکه و سرور', null],
  ['تجهیزات شبکه', 'شبکه و سرور'],
  ['سرور و ذخیره‌سازی', 'شبکه و سرور'],
  ['نرم‌افزار', null],
  ['خدمات', null],
]

interface SampleProduct {
  name: string
  nameLatin?: string
  kind?: 'goods' | 'service' | 'bundle'
  group: string
  /** Key of a ready unit. */
  unit: string
  /** Rial. */
  price?: string
  floor?: string
  taxCode?: string
  tracking?: 'none' | 'serial' | 'lot'
  warrantyMonths?: number
  /** Base units in a carton. */
  carton?: string
  parts?: readonly (readonly [name: string, quantity: string])[]
}

export const catalogProducts: readonly SampleProduct[] = [
  {
    name: 'چاپگر لیزری تک‌کاره',
    nameLatin: 'Laser Printer L200',
    group: 'چاپگر و اسکنر',
    unit: 'set',
    price: '148000000',
    floor: '136000000',
    taxCode: '2710000138427',
    tracking: 'serial',
    warrantyMonths: 18,
  },
  {
    name: 'چاپگر چندکارهٔ رنگی',
    nameLatin: 'Color MFP C450',
    group: 'چاپگر و اسکنر',
    unit: 'set',
    price: '395000000',
    floor: '365000000',
    taxCode: '2710000138434',
    tracking: 'serial',
    warrantyMonths: 24,
  },
  {
    name: 'اسکنر اسناد دورو',
    nameLatin: 'Duplex Scanner S60',
    group: 'چاپگر و اسکنر',
    unit: 'set',
    price: '212000000',
    taxCode: '2710000138441',
    tracking: 'serial',
    warrantyMonths: 18,
  },
  {
    name: 'تونر مشکی L200',
    nameLatin: 'Toner L200 Black',
    group: 'لوازم مصرفی',
    unit: 'piece',
    price: '9800000',
    floor: '8900000',
    taxCode: '2710000138458',
    tracking: 'lot',
    carton: '12',
  },
  {
    name: 'کاغذ A4 هشتاد گرمی',
    nameLatin: 'A4 Paper 80 gsm',
    group: 'لوازم مصرفی',
    unit: 'pack',
    price: '3450000',
    floor: '3200000',
    taxCode: '2710000138465',
    carton: '5',
  },
  {
    name: 'رول لیبل حرارتی',
    nameLatin: 'Thermal Label Roll',
    group: 'لوازم مصرفی',
    unit: 'roll',
    price: '1150000',
    taxCode: '2710000138472',
    carton: '50',
  },
  {
    name: 'سوییچ ۲۴ پورت گیگابیت',
    nameLatin: 'Gigabit Switch 24',
    group: 'تجهیزات شبکه',
    unit: 'set',
    price: '126000000',
    floor: '115000000',
    taxCode: '2710000138489',
    tracking: 'serial',
    warrantyMonths: 36,
  },
  {
    name: 'اکسس‌پوینت سقفی',
    nameLatin: 'Ceiling Access Point',
    group: 'تجهیزات شبکه',
    unit: 'piece',
    price: '74000000',
    taxCode: '2710000138496',
    tracking: 'serial',
    warrantyMonths: 24,
  },
  {
    name: 'کابل شبکهٔ Cat6',
    nameLatin: 'Cat6 Cable',
    group: 'تجهیزات شبکه',
    unit: 'metre',
    price: '390000',
    taxCode: '2710000138502',
    carton: '305',
  },
  {
    name: 'سرور رک‌مونت دو پردازنده',
    nameLatin: 'Rack Server R720',
    group: 'سرور و ذخیره‌سازی',
    unit: 'set',
    price: '2850000000',
    floor: '2700000000',
    taxCode: '2710000138519',
    tracking: 'serial',
    warrantyMonths: 36,
  },
  {
    name: 'ذخیره‌ساز شبکه چهار دیسک',
    nameLatin: 'NAS 4-Bay',
    group: 'سرور و ذخیره‌سازی',
    unit: 'set',
    price: '486000000',
    taxCode: '2710000138526',
    tracking: 'serial',
    warrantyMonths: 24,
  },
  {
    name: 'پروانهٔ نرم‌افزار پشتیبان‌گیری',
    nameLatin: 'Backup License',
    group: 'نرم‌افزار',
    unit: 'year',
    price: '165000000',
    taxCode: '2330000140257',
  },
  { name: 'نصب و راه‌اندازی شبکه', kind: 'service', group: 'خدمات', unit: 'hour', price: '5200000' },
  { name: 'بازدید و عیب‌یابی در محل', kind: 'service', group: 'خدمات', unit: 'time', price: '18000000' },
  { name: 'قرارداد پشتیبانی سالانه', kind: 'service', group: 'خدمات', unit: 'year', price: '320000000' },
  { name: 'آموزش کاربران', kind: 'service', group: 'خدمات', unit: 'personHour', price: '3600000' },
  {
    name: 'بستهٔ دفتر کوچک',
    kind: 'bundle',
    group: 'تجهیزات اداری',
    unit: 'pack',
    parts: [
      ['چاپگر لیزری تک‌کاره', '1'],
      ['تونر مشکی L200', '2'],
      ['کاغذ A4 هشتاد گرمی', '10'],
    ],
  },
]
