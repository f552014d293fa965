import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { reactAriaLocales } from '../../packages/ui/react-aria-locales.ts'
import { partGroups } from './chunks.ts'
import { serviceWorker } from './service-worker-plugin.ts'
import { splitTexts } from './split-texts.ts'
import { withoutJsonSchema } from './without-json-schema.ts'

// The program that serves the API in development.
const server = process.env['PEYVAND_DEV_SERVER'] ?? 'http://127.0.0.1:3100'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), reactAriaLocales(), withoutJsonSchema(), splitTexts(), serviceWorker()],
  server: {
    host: '127.0.0.1',
    port: 3101,
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/healthz': server,
      '^/([a-z]|public)/': server,
    },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files, so that the page's policy needs no data: fonts and the browser can keep them.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: partGroups },
        // The page's script lists all parts: names made of the names of ten screens would be a part of their own.
        chunkFileNames: ({ name }) => (name.includes('~') ? 'assets/[hash].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
