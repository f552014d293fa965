import { useId } from 'react'

type Props = { label: string; value: string; onChange: (color: string) => void }

/** A colour of the browser's choosing; `#rrggbb`. */
export const ColorField = ({ label, value, onChange }: Props) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-body font-medium">
        {label}
      </label>
      <input
        id={id}
        type="color"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-control w-full cursor-pointer rounded-control border border-line bg-surface p-1"
      />
    </div>
  )
}
