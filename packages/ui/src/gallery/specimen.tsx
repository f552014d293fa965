import type { ReactNode } from 'react'

/** A titled group of examples. */
export const Specimen = ({ title, children }: { title: string; children: ReactNode }) => (
  <section
    aria-label={title}
    className="flex flex-col gap-3 rounded-panel border border-line bg-surface p-4 shadow-1"
  >
    <h2 className="text-prose font-semibold">{title}</h2>
    {children}
  </section>
)

export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
)

export const Grid = ({ children }: { children: ReactNode }) => (
  <div className="grid gap-x-3 gap-y-3.5 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
)
