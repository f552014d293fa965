import {
  ApiProblem,
  callApi,
  FormFault,
  FormFooter,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  useLeaveGuard,
  usePageTitle,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Breadcrumbs, Button, Callout, PageHeader, toast } from '@peyvand/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type Configurator,
  type ConfiguratorChange,
  getConfiguratorRoute,
  type OptionGroup,
  updateConfiguratorRoute,
} from '../../contract/index.ts'
import { GroupsCard } from './groups-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { TryOut } from './try-out.tsx'

/** What a product is offered with is designed: groups of options, rules between them, tried out beside. */
export const DesignerPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getConfiguratorRoute, { params: { id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data ? <Designer key={data.product.id} stored={data} /> : <PageSkeleton />
}

const Designer = ({ stored }: { stored: Configurator }) => {
  const t = useT()
  const navigate = useNavigate()
  const [design, setDesign] = useState(stored)
  const [isDirty, setDirty] = useState(false)
  const [isPending, setPending] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const { product } = design
  const title = t('catalog.options.designOf', { name: product.name })
  usePageTitle(title)
  useLeaveGuard(isDirty)
  const change = (part: Partial<Pick<Configurator, 'groups' | 'rules'>>) => {
    setDesign(withoutOrphans({ ...design, ...part }))
    setDirty(true)
  }
  const save = async () => {
    setPending(true)
    setFault(null)
    try {
      const saved = await callApi(updateConfiguratorRoute, {
        params: { id: product.id },
        body: inputOf(design),
      })
      setDesign(saved)
      setDirty(false)
      await invalidateTopics(['products'])
      toast({ kind: 'ok', title: t('web.saved') })
    } catch (error) {
      setFault(error)
    }
    setPending(false)
  }
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-4">
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs
            items={[
              { label: t('catalog.nav'), href: '/products' },
              { label: product.name, href: `/products/${product.id}` },
              { label: t('catalog.options.title') },
            ]}
          />
        }
      />
      <Fault error={fault} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="flex min-w-0 flex-col gap-4">
          <GroupsCard groups={design.groups} onChange={(groups) => change({ groups })} />
          {design.groups.length > 0 && <RulesCard design={design} onChange={(rules) => change({ rules })} />}
        </div>
        {design.groups.length > 0 && <TryOut design={design} isSaved={!isDirty} />}
      </div>
      <FormFooter>
        <Button kind="primary" isDisabled={!isDirty} isPending={isPending} onPress={() => void save()}>
          {t('web.save')}
        </Button>
        <Button onPress={() => void navigate({ to: `/products/${product.id}` as never })}>
          {t('web.close')}
        </Button>
      </FormFooter>
    </div>
  )
}

/** Why the design was not taken, with what is wrong in it. */
const Fault = ({ error }: { error: unknown }) => {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return <FormFault error={error} />
  return (
    <Callout tone="bad" title={error.message}>
      {error.fields.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
    </Callout>
  )
}

/** Rules about options that are gone go with them. */
function withoutOrphans(design: Configurator): Configurator {
  const present = new Set(design.groups.flatMap(({ options }) => options.map(({ id }) => id)))
  const rules = design.rules.flatMap((rule) => {
    const others = rule.others.filter((id) => present.has(id))
    return present.has(rule.optionId) && others.length > 0 ? [{ ...rule, others }] : []
  })
  return { ...design, rules }
}

const inputOf = ({ version, groups, rules }: Configurator): ConfiguratorChange => ({
  version,
  rules,
  groups: groups.map((group) => ({
    ...group,
    options: group.options.map((option) => ({ ...option, effect: effectInput(option.effect) })),
  })),
})

const effectInput = (effect: OptionGroup['options'][number]['effect']) =>
  effect.kind === 'product'
    ? { kind: effect.kind, productId: effect.product.id, quantity: effect.quantity }
    : effect
