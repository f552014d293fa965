import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { reactAriaLocales } from './react-aria-locales.ts'

// Only for looking at the gallery: `npx vite packages/ui`, then /gallery.html.
export default defineConfig({
  plugins: [react(), tailwindcss(), reactAriaLocales()],
  server: { open: false },
})
