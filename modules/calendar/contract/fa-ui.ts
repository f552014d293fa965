/** Texts of the screens of the calendar. */
export const faUi = {} as const
