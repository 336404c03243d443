import { readdirSync } from 'node:fs'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fontPreload } from './pages/font-preload.ts'
import { partials } from './pages/partials.ts'
import { shortcutRows } from './pages/shortcut-rows.ts'

const root = import.meta.dirname
const htmlFiles = readdirSync(root).filter((file) => file.endsWith('.html'))

export default defineConfig({
  root,
  // The site knows no other origins than its own and the API's: React is bundled, and nothing is inlined,
  // because the content security policy allows files alone.
  plugins: [
    react(),
    tailwind(),
    partials({ 'shortcut-rows': shortcutRows() }),
    fontPreload('figtree-latin-wght-normal'),
  ],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: htmlFiles.map((file) => `${root}/${file}`) },
  },
})
