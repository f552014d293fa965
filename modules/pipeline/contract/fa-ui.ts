export const faUi = {} as const
