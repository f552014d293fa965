import { useAsOf, useReachable, useT, useWaiting } from '@peyvand/platform/web'
import { Button, cx, lazyPart, useFormat } from '@peyvand/ui'
import { CloudOff, CloudUpload, RefreshCw, Smartphone, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useNewVersion } from '../installed/app-updates.ts'
import { endOffer, useInstall, useInstallHint } from '../installed/install-offer.ts'

const WaitingDrawer = lazyPart(async () => (await import('../offline/waiting-drawer.tsx')).WaitingDrawer)

/** Under the top bar: the lost connection, what waits to be sent, a newer version, the offer to install. */
export function Notices() {
  const t = useT()
  const [isListOpen, openList] = useState(false)
  const isReachable = useReachable()
  const waiting = useWaiting()
  const takeNewVersion = useNewVersion()
  const stuck = waiting.filter(({ state }) => state !== 'waiting').length
  const look = (
    <Button size="small" kind="quiet" onPress={() => openList(true)}>
      {t('offline.look')}
    </Button>
  )
  return (
    <>
      <output className="block">
        {!isReachable && (
          <Notice icon={<CloudOff />} tone="warn">
            {t('shell.offline')} <AsOf />
          </Notice>
        )}
        {stuck > 0 ? (
          <Notice icon={<TriangleAlert />} tone="bad" action={look}>
            {t('offline.attention', { count: stuck })}
          </Notice>
        ) : (
          waiting.length > 0 && (
            <Notice icon={<CloudUpload />} tone="quiet" action={look}>
              {t('offline.waiting', { count: waiting.length })}
            </Notice>
          )
        )}
        {takeNewVersion && (
          <Notice
            icon={<RefreshCw />}
            tone="quiet"
            action={
              <Button size="small" kind="quiet" onPress={takeNewVersion}>
                {t('shell.reload')}
              </Button>
            }
          >
            {t('update.ready')}
          </Notice>
        )}
      </output>
      <InstallHint />
      {isListOpen && <WaitingDrawer onClose={() => openList(false)} />}
    </>
  )
}

/** How old the screen is that cannot be read again. */
function AsOf() {
  const t = useT()
  const format = useFormat()
  const at = useAsOf()
  return at === null ? null : t('offline.asOf', { time: format.dateTime(new Date(at).toISOString()) })
}

function InstallHint() {
  const t = useT()
  const install = useInstall()
  const hint = useInstallHint()
  if (!hint) return null
  return (
    <Notice
      icon={<Smartphone />}
      tone="quiet"
      action={
        <>
          {install && (
            <Button
              size="small"
              kind="primary"
              onPress={() => {
                endOffer()
                install()
              }}
            >
              {t('install.app')}
            </Button>
          )}
          <Button size="small" kind="quiet" onPress={endOffer}>
            {t('install.later')}
          </Button>
        </>
      }
    >
      {t(hint === 'install' ? 'install.hint' : 'install.shareHint')}
    </Notice>
  )
}

const tones = { warn: 'bg-warn-soft text-warn', bad: 'bg-bad-soft text-bad', quiet: 'bg-surface text-text' }

interface NoticeProps {
  icon: ReactNode
  tone: keyof typeof tones
  action?: ReactNode
  children: ReactNode
}

const Notice = ({ icon, tone, action, children }: NoticeProps) => (
  <div
    className={cx(
      'flex flex-wrap items-center justify-center gap-x-2 border-b border-line px-4 py-1.5 text-meta [&>svg]:size-4 [&>svg]:shrink-0',
      tones[tone],
    )}
  >
    {icon}
    <span className="min-w-48 flex-1 sm:flex-none">{children}</span>
    {action && <span className="flex flex-wrap justify-center gap-1">{action}</span>}
  </div>
)
