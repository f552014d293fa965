/** What the screens of documents say. */
export const faUi = {} as const
