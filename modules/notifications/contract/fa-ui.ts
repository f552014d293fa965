/** Texts of the screens. */
export const faUi = {
  'notifications.nav': 'اعلان‌ها',
} as const
