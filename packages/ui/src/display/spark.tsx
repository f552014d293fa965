export type SparkProps = { points: readonly number[]; className?: string }

/** A course of values as a small line; time runs with the text. Decorative: the figure tells the value. */
export const Spark = ({ points, className }: SparkProps) => {
  const low = Math.min(...points)
  const span = Math.max(...points) - low || 1
  const at = (value: number, index: number) =>
    `${(index / (points.length - 1)) * 100},${30 - ((value - low) / span) * 28}`
  return (
    <svg
      viewBox="0 0 100 32"
      preserveAspectRatio="none"
      className={`rtl:-scale-x-100 ${className ?? ''}`}
      aria-hidden
    >
      <polyline
        points={points.map(at).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
