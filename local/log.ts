import { pino, stdTimeFunctions } from 'pino'

export type Log = ReturnType<typeof openLog>

/** Structured lines on standard error: the person at the keyboard reads standard output. */
export function openLog(level: string) {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, pino.destination(2))
}
