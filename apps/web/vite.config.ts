import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { reactAriaLocales } from '../../packages/ui/react-aria-locales.ts'

// The program that serves the API in development.
const server = process.env['PEYVAND_DEV_SERVER'] ?? 'http://127.0.0.1:3100'

const alwaysRead =
  /node_modules[\\/](zod|@formatjs|intl-messageformat|@tanstack[\\/](history|query-core|react-query|react-router|router-core|store))[\\/]|[\\/]contract[\\/]|packages[\\/]persian[\\/]|platform[\\/]web[\\/](?!operations-menu)[\w-]+\.tsx?$/

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), reactAriaLocales()],
  server: { host: '127.0.0.1', port: 3101, proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files, so that the page's policy needs no data: fonts and the browser can keep them.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        // What every screen needs changes rarely; it keeps its name from one version to the next.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            // What every page reads travels together; a hundred tiny parts compress badly.
            { name: 'start', tags: ['$initial'], test: alwaysRead, priority: 1 },
          ],
        },
      },
    },
  },
})
