import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'

/** «۱۲ کیلوبایت», «۳٫۴ مگابایت» of bytes. */
export function useFileSize(): (bytes: number) => string {
  const t = useT()
  const format = useFormat()
  return (bytes) => {
    const kilobytes = bytes / 1024
    return kilobytes < 1024
      ? t('files.kilobytes', { size: format.number(Math.max(1, Math.round(kilobytes))) })
      : t('files.megabytes', { size: format.number(kilobytes / 1024, { decimals: 1 }) })
  }
}
