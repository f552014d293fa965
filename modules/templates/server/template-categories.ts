import type { ValueListDefinition } from '@peyvand/customization/server'

export const templateCategories: ValueListDefinition = {
  key: 'templateCategories',
  fa: 'دستهٔ قالب‌ها',
  en: 'Template categories',
  values: [
    { key: 'general', fa: 'عمومی', en: 'General', color: 'gray' },
    { key: 'invitation', fa: 'دعوت و قرار', en: 'Invitations', color: 'blue' },
    { key: 'followUp', fa: 'پیگیری', en: 'Follow-up', color: 'amber' },
    { key: 'sales', fa: 'فروش', en: 'Sales', color: 'green' },
    { key: 'support', fa: 'پشتیبانی', en: 'Support', color: 'teal' },
    { key: 'occasions', fa: 'مناسبت‌ها', en: 'Occasions', color: 'purple' },
  ],
}
