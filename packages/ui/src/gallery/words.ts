import { useUi } from '../provider/ui-context.ts'

/** Picks the Persian or English wording of an example. */
export const useWords = () => {
  const { locale } = useUi()
  return (fa: string, en: string) => (locale === 'fa' ? fa : en)
}
