import { join } from 'node:path'
import { bundleBackend } from './bundle.ts'

// What the Dockerfile copies.
await bundleBackend(join(import.meta.dirname, 'dist'))
