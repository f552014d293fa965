import type { ValueListDefinition } from '@peyvand/customization/server'
import type { DocumentKind } from '../contract/index.ts'

/** The series that a kind's numbers are drawn from. */
export const seriesOf = (kind: DocumentKind): string => `documents.${kind}`

/** Ways in which goods go to customers. */
export const shippingMethods: ValueListDefinition = {
  key: 'shippingMethods',
  fa: 'روش‌های ارسال',
  en: 'Shipping methods',
  values: [
    { key: 'pickup', fa: 'تحویل در محل فروشنده', en: 'Picked up' },
    { key: 'courier', fa: 'پیک', en: 'Courier' },
    { key: 'post', fa: 'پست', en: 'Post' },
    { key: 'parcel', fa: 'تیپاکس', en: 'Parcel service' },
    { key: 'freight', fa: 'باربری', en: 'Freight' },
    { key: 'ownVehicle', fa: 'خودرو شرکت', en: 'Own vehicle' },
  ],
}

/** How far an order has come. */
export const preparationStages: ValueListDefinition = {
  key: 'preparationStages',
  fa: 'مرحله‌های آماده‌سازی سفارش',
  en: 'Preparation of orders',
  values: [
    { key: 'queued', fa: 'در نوبت', en: 'Queued' },
    { key: 'preparing', fa: 'در حال آماده‌سازی', en: 'Being prepared' },
    { key: 'packed', fa: 'بسته‌بندی‌شده', en: 'Packed' },
    { key: 'ready', fa: 'آمادهٔ ارسال', en: 'Ready to ship' },
    { key: 'shipped', fa: 'ارسال‌شده', en: 'Shipped' },
  ],
}
