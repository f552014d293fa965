import './app.css'
import { getPreferences, startTexts } from '@peyvand/platform/web'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { loadTexts } from './texts/load-texts.ts'

const { locale } = getPreferences()
startTexts(locale, await loadTexts(locale))

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
