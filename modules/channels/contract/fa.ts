import { faUi } from './fa-ui.ts'

export const fa = {
  ...faUi,
  'channels.email': 'ایمیل',
  'channels.sms': 'پیامک',
  'channels.state.queued': 'در صف',
  'channels.state.sending': 'در حال ارسال',
  'channels.state.sent': 'ارسال‌شده',
  'channels.state.failed': 'ناموفق',
  'channels.state.uncertain': 'نامعلوم',
  'channels.message.channel': 'راه ارسال',
  'channels.message.state': 'وضعیت',
  'channels.message.to': 'گیرنده',
  'channels.message.subject': 'موضوع',
  'channels.message.attempts': 'دفعات تلاش',
  'channels.message.fault': 'پاسخ سرور',
  'channels.message.createdAt': 'زمان درخواست',
  'channels.message.sentAt': 'زمان ارسال',
  'channels.test.subject': 'پیام آزمایشی پیوند',
  'channels.test.text': 'این پیام آزمایشی «{firm}» است. تنظیم ارسال درست کار می‌کند.',
  'error.channels.noMailServer': 'سرور ایمیل شرکت تنظیم نشده است.',
  'error.channels.noSmsGateway': 'درگاه پیامک شرکت تنظیم نشده است.',
  'error.channels.lost':
    'برنامه میان ارسال متوقف شد و معلوم نیست پیام رفته است یا نه؛ دوباره فرستاده نمی‌شود.',
  'error.channels.genericNeeded': 'نشانی درگاه را بنویسید.',
  'error.channels.lineNeeded': 'شمارهٔ خط ارسال را بنویسید.',
  'error.channels.notMobile': 'شماره درست نیست.',
} as const
