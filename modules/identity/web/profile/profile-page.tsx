import {
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useRoute,
  useSlot,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { PageHeader, Tabs } from '@peyvand/ui'
import { Suspense } from 'react'
import { z } from 'zod'
import { getProfileRoute } from '../../contract/index.ts'
import { PasskeysCard } from '../passkeys/passkeys-card.tsx'
import { AbsenceForm } from './absence-form.tsx'
import { DevicesCard } from './devices-card.tsx'
import { LooksCard } from './looks-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { PersonalForm } from './personal-form.tsx'
import { TwoFactorCard } from './two-factor-card.tsx'

const tabs = ['personal', 'absence', 'security'] as const
const Search = z.object({ tab: z.string().default('personal').catch('personal') })

/** What every user keeps about themselves. */
export function ProfilePage() {
  const t = useT()
  usePageTitle(t('identity.ui.profile.title'))
  const [{ tab }, setSearch] = useUrlState(Search)
  const further = useSlot('identity.profile.tab')
  const { data: profile, error, refetch } = useRoute(getProfileRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!profile) return <PageSkeleton />
  const contents = {
    personal: (
      <div className="flex flex-col gap-3">
        <PersonalForm key={profile.version} profile={profile} />
        <LooksCard />
      </div>
    ),
    absence: <AbsenceForm key={profile.version} profile={profile} />,
    security: (
      <div className="flex flex-col gap-3">
        <PasswordCard email={profile.email} />
        <TwoFactorCard profile={profile} />
        <PasskeysCard />
        <DevicesCard />
      </div>
    ),
  }
  const items = [
    ...tabs.map((id) => ({ id: id as string, label: t(`identity.ui.profile.${id}`), content: contents[id] })),
    ...further.map(({ id, label = id, component: Content }) => ({
      id,
      label: t(label),
      content: (
        <Suspense fallback={<PageSkeleton />}>
          <Content />
        </Suspense>
      ),
    })),
  ]
  return (
    <div className="mx-auto flex max-w-180 flex-col gap-3">
      <PageHeader title={t('identity.ui.profile.title')} subtitle={<bdi dir="ltr">{profile.email}</bdi>} />
      <Tabs
        label={t('identity.ui.profile.title')}
        value={items.some(({ id }) => id === tab) ? tab : 'personal'}
        onChange={(next) => setSearch({ tab: next })}
        items={items}
      />
    </div>
  )
}
