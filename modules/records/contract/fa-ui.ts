/** Texts of the screens. */
export const faUi = {} as const
