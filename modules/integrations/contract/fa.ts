import { faUi } from './fa-ui.ts'

export const fa = {
  ...faUi,
  'webhooks.webhook': 'وب‌هوک',
  'webhooks.delivery.event': 'رویداد',
  'webhooks.delivery.state': 'وضعیت',
  'webhooks.delivery.state.waiting': 'در انتظار',
  'webhooks.delivery.state.delivered': 'تحویل‌شده',
  'webhooks.delivery.state.failed': 'ناموفق',
  'webhooks.delivery.status': 'کد پاسخ',
  'webhooks.delivery.createdAt': 'زمان',
  'error.webhooks.passwordInAddress':
    'نام کاربری و رمز عبور را در نشانی ننویسید؛ گیرنده پیوند را از امضا می‌شناسد.',
  'error.webhooks.notSecure': 'نشانی باید با https آغاز شود.',
  'error.webhooks.unknownEvent': 'رویداد «{event}» شناخته نیست.',
  'error.webhooks.tooMany': 'بیش از {most, number} وب‌هوک نمی‌توان داشت.',
  'error.webhooks.isOff': 'وب‌هوک خاموش است.',
  'error.webhooks.stillWaiting': 'این ارسال هنوز در انتظار است و خودبه‌خود دوباره انجام می‌شود.',
  'error.webhooks.testOnly': 'ارسال آزمایشی تکرار نمی‌شود؛ آزمایش تازه‌ای بفرستید.',
  'error.webhooks.refused': 'گیرنده آن را نپذیرفت.',
  'error.webhooks.held': 'گیرنده پی‌درپی ناموفق بود و مهلت ۲۴ ساعتهٔ این ارسال گذشت.',
} as const
