import { faUi } from './fa-ui.ts'

export const fa = {
  ...faUi,
  'calendar.nav': 'تقویم',
  'error.calendar.hoursOrder': 'پایان ساعت کاری باید پس از آغاز آن باشد.',
  'error.calendar.hoursOverlap': 'این بازه با بازهٔ پیش از خود تداخل دارد.',
  'error.calendar.otherYear': 'این روز در سالی که باز است نیست.',
  'error.calendar.holidayTwice': 'این تعطیلی در همین روز ثبت شده است.',
  'error.calendar.noLunarMonth': 'در این سال تعطیلی‌ای از این ماه قمری نیست.',
  'calendar.feedName': 'تقویم {user} - {firm}',
  'error.calendar.noFeed': 'این نشانی تقویم معتبر نیست.',
  'error.calendar.noTime': 'این فعالیت زمانی ندارد که در تقویم بیاید.',
  'error.calendar.notIcs': 'این فایل در قالب iCalendar (ICS) نیست.',
  'error.caldav.unreachable': 'سرور CalDAV در دسترس نیست یا پاسخ درستی نمی‌دهد.',
  'error.caldav.wrongPassword': 'نام کاربری یا رمز عبور CalDAV پذیرفته نشد.',
  'error.caldav.noCalendar': 'در این حساب تقویمی یافت نشد.',
  'error.caldav.notConnected': 'تقویم شما به سروری وصل نیست.',
  'error.caldav.tooManyGone':
    'بیش از نیمی از رویدادها یک‌باره از سرور حذف شده است؛ برای ایمنی چیزی حذف نشد. اگر خودتان حذف کرده‌اید، اتصال را قطع و دوباره برقرار کنید.',
} as const
