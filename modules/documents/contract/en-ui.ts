import type { faUi } from './fa-ui.ts'

export const enUi: Record<keyof typeof faUi, string> = {}
