import type { LetterUrgency } from '@peyvand/activities/contract'

export const letterhead = {
  name: 'سربرگ رسمی شرکت',
  opening: 'به نام خدا',
  footer:
    'تهران، خیابان ولیعصر، بالاتر از میدان ونک، پلاک ۲۱۰، طبقهٔ سوم\nتلفن: ۰۲۱-۸۸۷۷۶۶۵۵ · www.example.com',
}

interface Incoming {
  subject: string
  body: string
  letterNo: string
  ageInDays: number
  answerInDays: number | null
  enclosures: number
  urgency: LetterUrgency
  copy?: string
}

/** Letters that came in the last days; the first one is answered. */
export const incomingLetters: readonly Incoming[] = [
  {
    subject: 'استعلام قیمت و زمان تحویل',
    body: 'با سلام، خواهشمند است قیمت و زمان تحویل اقلام فهرست پیوست را اعلام فرمایید.',
    letterNo: '۱۴۰۵/ب/۳۱۲',
    ageInDays: 4,
    answerInDays: 3,
    enclosures: 2,
    urgency: 'normal',
  },
  {
    subject: 'درخواست تمدید قرارداد پشتیبانی',
    body: 'قرارداد پشتیبانی این شرکت در پایان ماه به سر می‌رسد. خواهشمند است پیش‌نویس تمدید را بفرستید.',
    letterNo: '۲۲۷۸/ص',
    ageInDays: 6,
    answerInDays: -1,
    enclosures: 0,
    urgency: 'urgent',
    copy: 'واحد مالی',
  },
  {
    subject: 'اعلام تغییر نشانی دفتر مرکزی',
    body: 'به اطلاع می‌رساند نشانی دفتر مرکزی این شرکت از ابتدای ماه آینده تغییر می‌کند.',
    letterNo: 'د/۹۰۱',
    ageInDays: 2,
    answerInDays: null,
    enclosures: 1,
    urgency: 'normal',
  },
  {
    subject: 'گلایه از تأخیر در ارسال کالا',
    body: 'سفارش شمارهٔ ۵۴۱ تا امروز به دست ما نرسیده است. خواهشمند است دلیل تأخیر و زمان قطعی ارسال را اعلام فرمایید.',
    letterNo: '۱۴۰۵/م/۷۷',
    ageInDays: 1,
    answerInDays: 1,
    enclosures: 0,
    urgency: 'immediate',
  },
]

interface Written {
  subject: string
  body: string
  isInside?: true
  isDraft?: true
  /** In answer to the first letter that came. */
  answers?: true
  enclosures?: number
}

export const outgoingLetters: readonly Written[] = [
  {
    subject: 'پاسخ به استعلام قیمت',
    body: `با سلام و احترام،
در پاسخ به استعلام آن شرکت محترم، شرایط فروش به شرح زیر اعلام می‌شود:

| شرح | تعداد | زمان تحویل |
| --- | --- | --- |
| دستگاه مدل A-200 | ۴ | دو هفته |
| قطعات یدکی | ۲۰ | یک هفته |

- پرداخت: نیمی هنگام سفارش و مانده **هنگام تحویل**
- اعتبار این پیشنهاد: ده روز

با تشکر`,
    answers: true,
    enclosures: 1,
  },
  {
    subject: 'دعوت به بازدید از کارخانه',
    body: 'با سلام و احترام،\nبدین‌وسیله از جناب‌عالی دعوت می‌شود روز سه‌شنبهٔ آینده ساعت ۱۰ از خط تولید این شرکت بازدید فرمایید. خواهشمند است نام همراهان را تا پایان هفته اعلام کنید.\n\nبا تشکر',
  },
  {
    subject: 'اعلام شرایط تازهٔ پرداخت',
    body: 'با سلام و احترام،\nبه آگاهی می‌رساند از ابتدای ماه آینده پرداخت دوماهه برای سفارش‌های بالاتر از ۵۰ میلیون تومان امکان‌پذیر است.\n\nبا تشکر',
    isDraft: true,
  },
  {
    subject: 'گردآوری سوابق مشتریان برای حسابرسی',
    body: 'خواهشمند است سوابق قراردادهای شش ماه نخست سال را تا پایان هفته گردآوری و به واحد مالی تحویل فرمایید.',
    isInside: true,
  },
  {
    subject: 'معرفی نمایندهٔ فروش منطقه',
    body: 'با سلام و احترام،\nبدین‌وسیله نمایندهٔ تازهٔ فروش این شرکت در منطقه معرفی می‌شود. خواهشمند است همکاری لازم را به عمل آورید.\n\nبا تشکر',
    isDraft: true,
  },
]
