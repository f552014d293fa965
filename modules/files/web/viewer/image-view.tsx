import { useT } from '@peyvand/platform/web'
import { IconButton, useFormat } from '@peyvand/ui'
import { RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import type { FileRef } from '../../contract/index.ts'
import { fileUrl } from '../file-url.ts'

const zooms = [0.5, 0.75, 1, 1.5, 2, 3, 4]
const whole = zooms.indexOf(1)

type Props = { file: Pick<FileRef, 'id' | 'name'>; className: string }

/** A picture as wide as its place, larger and turned on demand: scans come in every way round. */
export const ImageView = ({ file, className }: Props) => {
  const t = useT()
  const format = useFormat()
  const [step, setStep] = useState(whole)
  const [turns, setTurns] = useState(0)
  const [{ width, height }, setSize] = useState({ width: 1, height: 1 })
  const isOnSide = turns % 2 === 1
  const zoom = zooms[step] ?? 1
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
        <IconButton label={t('files.rotate')} icon={<RotateCw />} onPress={() => setTurns(turns + 1)} />
      </div>
      <section
        aria-label={file.name}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls with the keyboard too
        tabIndex={0}
        className={`overflow-auto rounded-control bg-surface-2 ${className}`}
      >
        <div className="@container mx-auto" style={{ width: `${zoom * 100}%` }}>
          <div
            className="grid grid-cols-[100%] place-items-center"
            style={isOnSide ? { gridTemplateRows: '100%', height: `calc(100cqw * ${width / height})` } : {}}
          >
            <img
              src={fileUrl(file.id, { inline: true })}
              alt={file.name}
              className={isOnSide ? 'h-[100cqw] w-auto max-w-none' : 'w-full'}
              style={{ rotate: `${turns * 90}deg` }}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setSize({ width: naturalWidth, height: naturalHeight })
              }
            />
          </div>
        </div>
      </section>
    </div>
  )
}
