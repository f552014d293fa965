import './app.css'
import { finishSigningOut } from '@peyvand/identity/web'
import { getPreferences, startTexts, watchReachability } from '@peyvand/platform/web'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startServiceWorker } from './installed/app-updates.ts'
import { watchInstallOffer } from './installed/install-offer.ts'
import { loadLaterTexts, loadTexts } from './texts/load-texts.ts'

watchInstallOffer()
watchReachability()
const { locale } = getPreferences()
const [texts] = await Promise.all([loadTexts(locale), finishSigningOut()])
startTexts(locale, texts)
// Screens wait for them; a failure shows there.
loadLaterTexts(locale).catch(() => undefined)

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
startServiceWorker()
