import { definePermissions } from '@peyvand/platform/contract'

/** Products belong to nobody: the whole firm sees one catalogue. */
export const catalogPermissions = definePermissions({
  records: [],
  rights: {
    'catalog.read': {
      label: { fa: 'مشاهدهٔ کالاها، خدمات و قیمت‌ها', en: 'View products and prices' },
      roles: ['manager', 'salesperson', 'supportAgent', 'secretary'],
    },
    'catalog.manage': {
      label: { fa: 'تعریف و ویرایش کالاها و خدمات', en: 'Make and change products' },
      roles: ['manager'],
    },
    'catalog.managePrices': {
      label: { fa: 'تعیین لیست‌های قیمت، تخفیف‌ها و مالیات', en: 'Manage price lists, discounts and VAT' },
      roles: ['manager'],
    },
    'catalog.seeFloors': {
      label: { fa: 'مشاهدهٔ کف قیمت‌ها', en: 'See floor prices' },
      roles: ['manager'],
    },
    'catalog.configure': {
      label: { fa: 'نگهداری پیکربندی‌های نام‌دار کالاها', en: 'Keep named configurations of products' },
      roles: ['manager', 'salesperson'],
    },
    'catalog.export': {
      label: { fa: 'خروجی کالاها و خدمات', en: 'Export products' },
      roles: ['manager'],
    },
  },
})
