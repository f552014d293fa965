import { useT } from '@peyvand/platform/web'
import { Callout, Card, StatusPill, useUi } from '@peyvand/ui'
import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AccessExplanation } from '../../contract/index.ts'

/** The verdict, its reasons in plain words, and what else the user's roles say about the record. */
export function AccessAnswer({ explained }: { explained: AccessExplanation }) {
  const t = useT()
  const { locale } = useUi()
  const { user, record, sees, reasons, actions, fields, rights } = explained
  const names = { user: user.name, record: record.name }
  return (
    <div className="flex flex-col gap-3">
      <Callout
        tone={sees ? 'ok' : 'warn'}
        title={t(sees ? 'identity.ui.access.sees' : 'identity.ui.access.seesNot', names)}
      />
      <Card title={t('identity.ui.access.reasons')} isFlush>
        <ul className="divide-y divide-line">
          {reasons.map(({ opens, text }) => (
            <li key={text} className="flex items-start gap-2.5 px-4 py-2.5">
              <Sign
                isYes={opens}
                label={t(opens ? 'identity.ui.access.opens' : 'identity.ui.access.closes')}
              />
              <span className="min-w-0">{text}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('identity.ui.access.actions')} isFlush>
        <ul className="divide-y divide-line">
          {actions.map(({ permission, label, allowed, roles }) => (
            <Permission key={permission} name={label[locale]} isAllowed={allowed}>
              {roles.length === 0
                ? t('identity.ui.access.noRole')
                : roles
                    .map(({ nameFa, nameEn, scope }) =>
                      t('identity.ui.access.fromRole', {
                        role: locale === 'fa' ? nameFa : nameEn,
                        scope: t(`identity.ui.scope.${scope}`),
                      }),
                    )
                    .join(locale === 'fa' ? '، ' : ', ')}
            </Permission>
          ))}
        </ul>
      </Card>
      <Card title={t('identity.ui.access.fields')}>
        {fields.length === 0 ? (
          <p className="text-muted">{t('identity.ui.access.noFields')}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {fields.map(({ field, label, rule }) => (
              <li key={field} className="flex items-center gap-2">
                {label[locale]} <StatusPill tone="warn">{t(`identity.ui.roles.rule.${rule}`)}</StatusPill>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {rights.length > 0 && (
        <Card title={t('identity.ui.access.rights')} isFlush>
          <ul className="divide-y divide-line">
            {rights.map(({ key, label, granted }) => (
              <Permission key={key} name={label[locale]} isAllowed={granted} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

type PermissionProps = { name: string; isAllowed: boolean; children?: ReactNode }

function Permission({ name, isAllowed, children }: PermissionProps) {
  const t = useT()
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <Sign
        isYes={isAllowed}
        label={t(isAllowed ? 'identity.ui.access.allowed' : 'identity.ui.access.refused')}
      />
      <span className="min-w-0 flex-1">{name}</span>
      {children && <span className="text-meta text-muted">{children}</span>}
    </li>
  )
}

const Sign = ({ isYes, label }: { isYes: boolean; label: string }) => (
  <span className={isYes ? 'mt-0.75 text-ok' : 'mt-0.75 text-bad'}>
    {isYes ? <Check size={17} aria-hidden /> : <X size={17} aria-hidden />}
    <span className="sr-only">{label}:</span>
  </span>
)
