import { persianDateOrder } from './persian-date-order.ts'

const number = new Intl.NumberFormat('fa-IR')
const count = (value: number) => number.format(value)
const said = persianDateOrder

// Each message knows its own arguments.
type Text = string | ((args: never) => string)
type Counted = { count: number }

/** Persian texts of React Aria's own controls, by package and message. React Aria ships none. */
export const reactAriaFa: Record<string, Record<string, Text>> = {
  '@react-aria/tree': { expand: 'باز کردن', collapse: 'بستن' },
  '@react-aria/toast': {
    close: 'بستن',
    notifications: (a: Counted) => `${count(a.count)} اعلان.`,
  },
  '@react-aria/tag': {
    removeDescription: 'برای برداشتن برچسب، کلید Delete را بزنید.',
    removeButtonLabel: 'برداشتن',
  },
  '@react-aria/table': {
    select: 'انتخاب',
    selectAll: 'انتخاب همه',
    sortable: 'ستون مرتب‌شدنی',
    ascending: 'صعودی',
    descending: 'نزولی',
    ascendingSort: (a: { columnName: string }) => `مرتب‌شده بر اساس ستون ${a.columnName}، صعودی`,
    descendingSort: (a: { columnName: string }) => `مرتب‌شده بر اساس ستون ${a.columnName}، نزولی`,
    columnSize: (a: { value: number }) => `${count(a.value)} پیکسل`,
    resizerDescription: 'برای تغییر عرض، Enter را بزنید',
    expand: 'باز کردن',
    collapse: 'بستن',
  },
  '@react-aria/steplist': { steplist: 'فهرست مراحل' },
  '@react-aria/spinbutton': { Empty: 'خالی' },
  '@react-aria/searchfield': { 'Clear search': 'پاک کردن جست‌وجو' },
  '@react-aria/previewtrigger': { longPressMessage: 'برای پیش‌نمایش، انگشت را نگه دارید' },
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/numberfield': {
    decrease: (a: { fieldLabel: string }) => `کاهش ${a.fieldLabel}`.trim(),
    increase: (a: { fieldLabel: string }) => `افزایش ${a.fieldLabel}`.trim(),
    numberField: 'فیلد عدد',
  },
  '@react-aria/menu': {
    longPressMessage: 'برای باز کردن منو، انگشت را نگه دارید یا Alt و پیکان پایین را بزنید',
  },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'ردیف باز شدنی است',
    hasLinkAnnouncement: (a: { link: string }) => `ردیف پیوند دارد: ${a.link}`,
  },
  '@react-aria/grid': {
    deselectedItem: (a: { item: string }) => `${a.item} از انتخاب درآمد.`,
    select: 'انتخاب',
    selectedCount: (a: Counted) =>
      a.count === 0 ? 'موردی انتخاب نشده است.' : `${count(a.count)} مورد انتخاب شده است.`,
    selectedAll: 'همهٔ موارد انتخاب شدند.',
    selectedItem: (a: { item: string }) => `${a.item} انتخاب شد.`,
    longPressToSelect: 'برای انتخاب، انگشت را نگه دارید.',
  },
  '@react-aria/dnd': {
    dragItem: (a: { itemText: string }) => `کشیدن ${a.itemText}`,
    dragSelectedItems: (a: Counted) => `کشیدن ${count(a.count)} مورد انتخاب‌شده`,
    dragDescriptionKeyboard: 'برای آغاز کشیدن، Enter را بزنید.',
    dragDescriptionKeyboardAlt: 'برای آغاز کشیدن، Alt و Enter را بزنید.',
    dragDescriptionTouch: 'برای آغاز کشیدن، دو بار ضربه بزنید.',
    dragDescriptionVirtual: 'برای آغاز کشیدن، کلیک کنید.',
    dragDescriptionLongPress: 'برای آغاز کشیدن، انگشت را نگه دارید.',
    dragSelectedKeyboard: (a: Counted) => `برای کشیدن ${count(a.count)} مورد انتخاب‌شده، Enter را بزنید.`,
    dragSelectedKeyboardAlt: (a: Counted) =>
      `برای کشیدن ${count(a.count)} مورد انتخاب‌شده، Alt و Enter را بزنید.`,
    dragSelectedLongPress: (a: Counted) => `برای کشیدن ${count(a.count)} مورد انتخاب‌شده، انگشت را نگه دارید.`,
    dragStartedKeyboard:
      'کشیدن آغاز شد. با Tab به مقصد بروید و برای رها کردن Enter را بزنید؛ برای انصراف Escape را بزنید.',
    dragStartedTouch: 'کشیدن آغاز شد. به مقصد بروید و برای رها کردن دو بار ضربه بزنید.',
    dragStartedVirtual: 'کشیدن آغاز شد. به مقصد بروید و برای رها کردن کلیک کنید یا Enter را بزنید.',
    endDragKeyboard: 'در حال کشیدن. برای انصراف Enter را بزنید.',
    endDragTouch: 'در حال کشیدن. برای انصراف دو بار ضربه بزنید.',
    endDragVirtual: 'در حال کشیدن. برای انصراف کلیک کنید.',
    dropDescriptionKeyboard: 'برای رها کردن Enter و برای انصراف Escape را بزنید.',
    dropDescriptionTouch: 'برای رها کردن دو بار ضربه بزنید.',
    dropDescriptionVirtual: 'برای رها کردن کلیک کنید.',
    dropCanceled: 'جابه‌جایی لغو شد.',
    dropComplete: 'جابه‌جایی انجام شد.',
    dropIndicator: 'نشانگر محل رها کردن',
    dropOnRoot: 'رها کردن روی فهرست',
    dropOnItem: (a: { itemText: string }) => `رها کردن روی ${a.itemText}`,
    insertBefore: (a: { itemText: string }) => `قرار دادن پیش از ${a.itemText}`,
    insertBetween: (a: { beforeItemText: string; afterItemText: string }) =>
      `قرار دادن میان ${a.beforeItemText} و ${a.afterItemText}`,
    insertAfter: (a: { itemText: string }) => `قرار دادن پس از ${a.itemText}`,
  },
  '@react-aria/datepicker': {
    era: 'دوره',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'ق.ظ/ب.ظ',
    calendar: 'تقویم',
    startDate: 'تاریخ شروع',
    endDate: 'تاریخ پایان',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: (a: { date: string }) => `تاریخ انتخاب‌شده: ${said(a.date)}`,
    selectedRangeDescription: (a: { startDate: string; endDate: string }) =>
      `بازهٔ انتخاب‌شده: ${said(a.startDate)} تا ${said(a.endDate)}`,
    selectedTimeDescription: (a: { time: string }) => `ساعت انتخاب‌شده: ${a.time}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: (a: {
      isGroupChange: boolean
      groupTitle: string
      groupCount: number
      optionText: string
      isSelected: boolean
    }) => {
      const group = a.isGroupChange ? `گروه ${a.groupTitle}، ${count(a.groupCount)} گزینه. ` : ''
      return `${group}${a.optionText}${a.isSelected ? '، انتخاب‌شده' : ''}`
    },
    countAnnouncement: (a: { optionCount: number }) => `${count(a.optionCount)} گزینه موجود است.`,
    selectedAnnouncement: (a: { optionText: string }) => `${a.optionText}، انتخاب شد`,
    buttonLabel: 'نمایش پیشنهادها',
    listboxLabel: 'پیشنهادها',
  },
  '@react-aria/color': {
    colorPicker: 'انتخاب رنگ',
    twoDimensionalSlider: 'لغزندهٔ دوبعدی',
    colorNameAndValue: (a: { name: string; value: string }) => `${a.name}: ${a.value}`,
    colorInputLabel: (a: { label: string; channelLabel: string }) => `${a.label}، ${a.channelLabel}`,
    colorSwatch: 'نمونهٔ رنگ',
    transparent: 'شفاف',
  },
  '@react-aria/calendar': {
    previous: 'ماه پیش',
    next: 'ماه بعد',
    selectedDateDescription: (a: { date: string }) => `تاریخ انتخاب‌شده: ${said(a.date)}`,
    selectedRangeDescription: (a: { dateRange: string }) => `بازهٔ انتخاب‌شده: ${said(a.dateRange)}`,
    todayDate: (a: { date: string }) => `امروز، ${said(a.date)}`,
    todayDateSelected: (a: { date: string }) => `امروز، ${said(a.date)}، انتخاب‌شده`,
    dateSelected: (a: { date: string }) => `${said(a.date)}، انتخاب‌شده`,
    startRangeSelectionPrompt: 'برای آغاز انتخاب بازه کلیک کنید',
    finishRangeSelectionPrompt: 'برای پایان انتخاب بازه کلیک کنید',
    minimumDate: 'نخستین تاریخ مجاز',
    maximumDate: 'آخرین تاریخ مجاز',
    dateRange: (a: { startDate: string; endDate: string }) => `${said(a.startDate)} تا ${said(a.endDate)}`,
  },
  '@react-aria/breadcrumbs': { breadcrumbs: 'مسیر صفحه' },
  '@react-aria/autocomplete': { collectionLabel: 'پیشنهادها' },
  '@react-stately/datepicker': {
    rangeUnderflow: (a: { minValue: string }) => `تاریخ باید ${said(a.minValue)} یا پس از آن باشد.`,
    rangeOverflow: (a: { maxValue: string }) => `تاریخ باید ${said(a.maxValue)} یا پیش از آن باشد.`,
    rangeReversed: 'تاریخ پایان باید پس از تاریخ شروع باشد.',
    unavailableDate: 'تاریخ انتخاب‌شده در دسترس نیست.',
  },
  '@react-stately/color': {
    hue: 'فام',
    saturation: 'اشباع',
    lightness: 'روشنی',
    brightness: 'درخشندگی',
    red: 'سرخ',
    green: 'سبز',
    blue: 'آبی',
    alpha: 'شفافیت',
    colorName: (a: { lightness: string; chroma: string; hue: string }) =>
      `${a.hue} ${a.chroma} ${a.lightness}`.trim(),
    transparentColorName: (a: {
      lightness: string
      chroma: string
      hue: string
      percentTransparent: string
    }) => `${a.hue} ${a.chroma} ${a.lightness}، ${a.percentTransparent} شفاف`,
    'very dark': 'بسیار تیره',
    dark: 'تیره',
    light: 'روشن',
    'very light': 'بسیار روشن',
    pale: 'کم‌رنگ',
    grayish: 'مایل به خاکستری',
    vibrant: 'پررنگ',
    black: 'سیاه',
    white: 'سفید',
    gray: 'خاکستری',
    pink: 'صورتی',
    'pink red': 'سرخ صورتی',
    'red orange': 'نارنجی سرخ',
    brown: 'قهوه‌ای',
    orange: 'نارنجی',
    'orange yellow': 'زرد نارنجی',
    'brown yellow': 'زرد قهوه‌ای',
    yellow: 'زرد',
    'yellow green': 'سبز زرد',
    'green cyan': 'فیروزه‌ای سبز',
    cyan: 'فیروزه‌ای',
    'cyan blue': 'آبی فیروزه‌ای',
    'blue purple': 'بنفش آبی',
    purple: 'بنفش',
    'purple magenta': 'سرخابی بنفش',
    magenta: 'سرخابی',
    'magenta pink': 'صورتی سرخابی',
  },
  'react-aria-components': {
    selectPlaceholder: 'انتخاب کنید',
    tableResizer: 'تغییر عرض ستون',
    dropzoneLabel: 'محل رها کردن فایل',
    colorSwatchPicker: 'نمونه‌های رنگ',
  },
}
