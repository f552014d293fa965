import { useProblemText, useT } from '@peyvand/platform/web'
import { Callout, cx, IconButton, Spinner, useFormat } from '@peyvand/ui'
import { ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import type { Drawing } from './use-drawing.ts'

const zooms = [0.6, 0.8, 1, 1.4, 2]

type Props = {
  drawing: Drawing
  label: string
  /** Height of the place: `h-[70dvh]`. */
  className?: string
}

/** The pages of a document as they will be printed; white in the dark too, because paper is. */
export const PaperView = ({ drawing, label, className = 'h-[75dvh]' }: Props) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const [step, setStep] = useState(zooms.indexOf(1))
  const zoom = zooms[step] ?? 1
  const { address, error, isPending } = drawing
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-center gap-1">
        <IconButton
          label={t('files.zoomOut')}
          icon={<ZoomOut />}
          isDisabled={step === 0}
          onPress={() => setStep(step - 1)}
        />
        <span className="min-w-12 text-center text-meta text-muted">{format.percent(zoom)}</span>
        <IconButton
          label={t('files.zoomIn')}
          icon={<ZoomIn />}
          isDisabled={step === zooms.length - 1}
          onPress={() => setStep(step + 1)}
        />
        <span className="ms-auto" aria-live="polite">
          {isPending && <Spinner size={18} />}
        </span>
      </div>
      {error !== null && <Callout tone="bad">{problem(error)}</Callout>}
      <section
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls with the keyboard too
        tabIndex={0}
        className={cx('overflow-auto rounded-control bg-surface-2 p-3', className)}
      >
        {address && (
          <img
            src={address}
            alt={label}
            className="mx-auto block max-w-none shadow-2"
            style={{ width: `${zoom * 100}%` }}
          />
        )}
      </section>
    </div>
  )
}
