import {
  callApi,
  invalidateTopics,
  PageProblem,
  usePermission,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Button, Dialog, Select, Skeleton, TextField, toast } from '@peyvand/ui'
import { useState } from 'react'
import {
  type Configurator,
  type ConfiguredOptions,
  checkConfiguration,
  defaultOptions,
  getConfiguratorRoute,
  listConfigurationsRoute,
  type PriceLine,
  saveConfigurationRoute,
} from '../../contract/index.ts'
import { UnitPrice, WhyThisPrice } from './configuration-price.tsx'
import { OptionChooser } from './option-chooser.tsx'
import { type SaleAsked, useConfigurationPrice } from './use-configuration-price.ts'

export type ConfigureProductProps = {
  productId: string
  /** For whom, when and where it is sold; the price is that of this sale. */
  sale?: SaleAsked
  /** What was chosen before; else what the product is offered with. */
  configuration?: ConfiguredOptions | null
  /** Takes the choice with its price; without it the dialog only shows and keeps choices. */
  onTake?: (configuration: ConfiguredOptions, line: PriceLine) => void
  onClose: () => void
}

/** A product's options are chosen in a dialog, with the price and the reasons for it. */
export const ConfigureProduct = (props: ConfigureProductProps) => {
  const t = useT()
  const params = { id: props.productId }
  const { data: design, error, refetch } = useRoute(getConfiguratorRoute, { params })
  if (design) return <Opened {...props} design={design} />
  return (
    <Dialog isOpen onOpenChange={props.onClose} title={t('catalog.options.configure')}>
      {error ? <PageProblem error={error} onRetry={() => void refetch()} /> : <Skeleton className="h-40" />}
    </Dialog>
  )
}

const Opened = (props: ConfigureProductProps & { design: Configurator }) => {
  const { productId, design, sale, configuration, onTake, onClose } = props
  const t = useT()
  const [chosen, setChosen] = useState(
    () => configuration?.options.map(({ id }) => id) ?? defaultOptions(design),
  )
  const { data: line, error } = useConfigurationPrice({ productId, optionIds: chosen, sale })
  const isValid = checkConfiguration(design, chosen).length === 0
  const isPriced = line?.configuration && isSame(line.configuration, chosen)
  const take = () => {
    if (!line?.configuration) return
    onTake?.(line.configuration, line)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('catalog.options.configureOf', { name: design.product.name })}
      footer={
        <>
          {onTake && (
            <Button kind="primary" isDisabled={!isValid || !isPriced} onPress={take}>
              {t('catalog.options.take')}
            </Button>
          )}
          <Button onPress={onClose}>{t(onTake ? 'web.cancel' : 'web.close')}</Button>
          <UnitPrice line={isValid ? line : null} />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TakeNamed productId={productId} onTake={setChosen} />
        <OptionChooser design={design} chosen={chosen} onChange={setChosen} />
        <WhyThisPrice line={line} error={error} />
        <KeepNamed productId={productId} optionIds={chosen} isValid={isValid} />
      </div>
    </Dialog>
  )
}

const isSame = ({ options }: ConfiguredOptions, chosen: readonly string[]): boolean =>
  options.length === chosen.length && options.every(({ id }) => chosen.includes(id))

/** The choices that were kept and can still be sold. */
const TakeNamed = ({ productId, onTake }: { productId: string; onTake: (ids: string[]) => void }) => {
  const t = useT()
  const { data } = useRoute(listConfigurationsRoute, { params: { id: productId } })
  const kept = data?.items.filter(({ valid }) => valid) ?? []
  if (kept.length === 0) return null
  return (
    <Select
      label={t('catalog.options.takeNamed')}
      options={kept.map(({ id, name }) => ({ id, label: name }))}
      value={null}
      onChange={(chosen) => {
        const taken = kept.find(({ id }) => id === chosen)
        if (taken) onTake(taken.configuration.options.map(({ id }) => id))
      }}
    />
  )
}

type KeepProps = { productId: string; optionIds: readonly string[]; isValid: boolean }

const KeepNamed = ({ productId, optionIds, isValid }: KeepProps) => {
  const t = useT()
  const problem = useProblemText()
  const mayKeep = usePermission('catalog.configure')
  const [name, setName] = useState('')
  if (!mayKeep) return null
  const keep = async () => {
    try {
      const body = { name, optionIds: [...optionIds] }
      await callApi(saveConfigurationRoute, { params: { id: productId }, body })
      await invalidateTopics(['products'])
      toast({ kind: 'ok', title: t('catalog.options.kept', { name }) })
      setName('')
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <div className="flex flex-wrap items-end gap-2 border-t border-line pt-3">
      <TextField
        label={t('catalog.options.keepName')}
        className="min-w-40 flex-1"
        maxLength={120}
        value={name}
        onChange={setName}
      />
      <Button isDisabled={!isValid || name.trim() === ''} onPress={() => void keep()}>
        {t('catalog.options.keep')}
      </Button>
    </div>
  )
}
