/** Texts of the printed file, cards, sources of fields and sharing. */
export const faExchange = {
  'parties.paper.title': 'پروندهٔ مخاطب',
  'parties.paper.ownFields': 'اطلاعات تکمیلی',
  'parties.paper.links': 'روابط',
  'parties.paper.activities': 'فعالیت‌ها',
  'parties.paper.when': 'زمان',
  'parties.paper.subject': 'موضوع',
  'parties.paper.who': 'مسئول',
  'parties.paper.since': 'از {since}',
  'parties.paper.period': 'از {since} تا {until}',
  'parties.paper.newest': 'تنها {count, number} فعالیت تازه‌تر چاپ شده است.',
  'parties.paper.made': 'چاپ‌شده توسط {name} در {at}',
  'parties.paper.yes': 'بله',
  'parties.paper.no': 'خیر',
  'error.parties.notPrinted': 'ساخت فایل PDF این پرونده ممکن نشد.',
} as const
