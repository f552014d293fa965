import type { ReadyTexts } from './ready-texts.ts'

/** What a Persian firm starts with; all of it may be changed or archived. */
export const readyTextsFa: ReadyTexts = {
  templates: [
    {
      name: 'نامهٔ اداری',
      kind: 'letter',
      category: 'general',
      subject: null,
      body: `{{party.salutation}} {{party.name}}
[[{{party.jobTitle}} محترم ]][[{{party.organization}}]]

با سلام و احترام،


با تشکر
{{user.name}}
[[{{user.jobTitle}}
]]{{firm.name}}`,
    },
    {
      name: 'دعوت به جلسه',
      kind: 'letter',
      category: 'invitation',
      subject: 'دعوت به جلسه',
      body: `{{party.salutation}} {{party.name}}

با سلام و احترام،
بدین‌وسیله از جناب‌عالی دعوت می‌شود در جلسه‌ای که روز {{party.meetingDate|……}} ساعت {{party.meetingTime|……}} در محل {{party.meetingPlace|شرکت}} برگزار می‌شود، حضور یابید.

با تشکر
{{user.name}}
{{firm.name}}`,
    },
    {
      name: 'پیگیری پیش‌فاکتور',
      kind: 'email',
      category: 'followUp',
      subject: 'پیگیری پیش‌فاکتور {{firm.name}}',
      body: `{{party.salutation}} {{party.name}}

با سلام و احترام،
پیرو پیش‌فاکتوری که خدمت‌تان ارسال شد، خواهشمند است نظر خود را اعلام فرمایید. برای هرگونه توضیح یا تغییر در خدمت هستیم.

با احترام
{{user.name}}
{{firm.name}}[[
تلفن: {{user.mobile}}]]`,
    },
    {
      name: 'یادآوری جلسه',
      kind: 'sms',
      category: 'invitation',
      subject: null,
      body: '{{party.salutation}} {{party.lastName|گرامی}}، یادآوری جلسه: {{party.meetingDate|……}} ساعت {{party.meetingTime|……}}[[، {{party.meetingPlace}}]]. {{firm.name}}',
    },
    {
      name: 'تشکر پس از تماس',
      kind: 'sms',
      category: 'followUp',
      subject: null,
      body: '{{party.salutation}} {{party.lastName|گرامی}}، از گفت‌وگوی امروز سپاسگزاریم. {{user.name}}، {{firm.name}}',
    },
    {
      name: 'تبریک زادروز',
      kind: 'sms',
      category: 'occasions',
      subject: null,
      body: '{{party.salutation}} {{party.lastName|گرامی}}، زادروزتان خجسته باد. {{firm.name}}',
    },
    {
      name: 'معرفی خدمات',
      kind: 'telegram',
      category: 'sales',
      subject: null,
      body: `سلام {{party.salutation}} {{party.lastName|گرامی}}،
{{user.name}} هستم از {{firm.name}}. فهرست خدمات را برایتان می‌فرستم؛ هر پرسشی داشتید در خدمتم.`,
    },
    {
      name: 'خلاصهٔ تماس',
      kind: 'call',
      category: 'general',
      subject: 'تماس با {{party.name}}',
      body: `موضوع گفت‌وگو: 
خواستهٔ مشتری: 
قول داده‌شده: `,
    },
  ],
  script: {
    name: 'نیازسنجی مشتری تازه',
    description: 'نخستین تماس با کسی که تازه با شرکت آشنا شده است.',
    definition: {
      outcomes: [
        { id: 'meet', label: 'قرار جلسه گذاشته شد', result: 'successful' },
        { id: 'later', label: 'تماس مجدد', result: 'callAgain' },
        { id: 'no', label: 'علاقه‌مند نیست', result: 'notInterested' },
      ],
      steps: [
        {
          id: 'hello',
          title: 'آغاز گفت‌وگو',
          text: 'سلام {{party.salutation}} {{party.lastName|گرامی}}، {{user.name}} هستم از {{firm.name}}. چند دقیقه فرصت دارید؟',
          question: {
            type: 'single',
            label: 'فرصت گفت‌وگو دارد؟',
            required: true,
            options: [
              { id: 'yes', label: 'بله', next: { step: 'need' } },
              { id: 'later', label: 'زمان دیگری', next: { step: 'when' } },
              { id: 'no', label: 'تمایل ندارد', next: { outcome: 'no' } },
            ],
          },
          next: null,
        },
        {
          id: 'need',
          title: 'نیاز',
          text: 'برای اینکه بهتر راهنمایی کنم، بفرمایید به کدام‌یک نیاز دارید؟',
          question: {
            type: 'multi',
            label: 'نیازها',
            required: true,
            options: [
              { id: 'product', label: 'خرید کالا', next: null },
              { id: 'service', label: 'خدمات و پشتیبانی', next: null },
              { id: 'advice', label: 'مشاوره', next: null },
            ],
          },
          next: { step: 'budget' },
        },
        {
          id: 'budget',
          title: 'بودجه',
          text: 'چه بودجه‌ای برای آن در نظر گرفته‌اید؟',
          question: { type: 'number', label: 'بودجه (میلیون تومان)', required: false, options: [] },
          next: { step: 'meeting' },
        },
        {
          id: 'meeting',
          title: 'قرار بعدی',
          text: 'پیشنهاد می‌کنم جلسهٔ کوتاهی داشته باشیم.',
          question: {
            type: 'single',
            label: 'جلسه را می‌پذیرد؟',
            required: true,
            options: [
              { id: 'yes', label: 'بله', next: { outcome: 'meet' } },
              { id: 'later', label: 'بعداً', next: { step: 'when' } },
            ],
          },
          next: null,
        },
        {
          id: 'when',
          title: 'زمان تماس مجدد',
          text: 'چه روزی مناسب است که دوباره تماس بگیرم؟',
          question: { type: 'date', label: 'روز تماس مجدد', required: false, options: [] },
          next: { outcome: 'later' },
        },
      ],
    },
  },
}
