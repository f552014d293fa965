import type { ValueListDefinition } from '@peyvand/customization/server'

/** Units that goods are counted and services are measured in. */
export const units: ValueListDefinition = {
  key: 'units',
  fa: 'واحدهای کالا و خدمات',
  en: 'Units of products',
  values: [
    { key: 'piece', fa: 'عدد', en: 'Piece' },
    { key: 'set', fa: 'دستگاه', en: 'Set' },
    { key: 'pack', fa: 'بسته', en: 'Pack' },
    { key: 'carton', fa: 'کارتن', en: 'Carton' },
    { key: 'pair', fa: 'جفت', en: 'Pair' },
    { key: 'roll', fa: 'رول', en: 'Roll' },
    { key: 'sheet', fa: 'برگ', en: 'Sheet' },
    { key: 'kilogram', fa: 'کیلوگرم', en: 'Kilogram' },
    { key: 'gram', fa: 'گرم', en: 'Gram' },
    { key: 'tonne', fa: 'تن', en: 'Tonne' },
    { key: 'metre', fa: 'متر', en: 'Metre' },
    { key: 'squareMetre', fa: 'متر مربع', en: 'Square metre' },
    { key: 'cubicMetre', fa: 'متر مکعب', en: 'Cubic metre' },
    { key: 'litre', fa: 'لیتر', en: 'Litre' },
    { key: 'hour', fa: 'ساعت', en: 'Hour' },
    { key: 'day', fa: 'روز', en: 'Day' },
    { key: 'month', fa: 'ماه', en: 'Month' },
    { key: 'year', fa: 'سال', en: 'Year' },
    { key: 'personHour', fa: 'نفر-ساعت', en: 'Person-hour' },
    { key: 'time', fa: 'بار', en: 'Time' },
  ],
}
