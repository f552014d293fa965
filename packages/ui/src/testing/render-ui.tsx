import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import '../styles.css'
import { UiProvider, type UiProviderProps } from '../provider/ui-provider.tsx'

/** Renders inside UiProvider with the kit's styles, in a real browser; the page is emptied first. */
export const renderUi = (children: ReactNode, settings: Omit<UiProviderProps, 'children'> = {}) => {
  cleanup()
  return render(
    <UiProvider locale="fa" theme="light" {...settings}>
      {children}
    </UiProvider>,
  )
}
