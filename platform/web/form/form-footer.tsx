import type { ReactNode } from 'react'

/** The buttons of a long form or wizard: they stay in view at the foot of the page, which `main` pads by the same steps. */
export const FormFooter = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-3 z-1 mt-auto flex flex-wrap items-center gap-2 border-t border-line bg-bg py-3 sm:-bottom-5">
    {children}
  </div>
)
