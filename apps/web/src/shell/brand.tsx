import { useSession, useT } from '@peyvand/platform/web'

/** The program's mark with its name and the firm's. */
export function Brand({ isFolded = false }: { isFolded?: boolean }) {
  const t = useT()
  const { firm } = useSession()
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <img src="/icon.svg" alt="" width={30} height={30} className="shrink-0" />
      {!isFolded && (
        <div className="min-w-0">
          <p className="truncate text-prose font-bold">{t('web.appName')}</p>
          <p className="-mt-1 truncate text-badge text-muted">{firm.name}</p>
        </div>
      )}
    </div>
  )
}
