import { useUi } from '@peyvand/ui'

/** Names that the firm keeps in both languages, in the reader's. */
export function useRegisterName(): (register: { nameFa: string; nameEn: string }) => string {
  const { locale } = useUi()
  return ({ nameFa, nameEn }) => (locale === 'fa' ? nameFa : nameEn)
}
