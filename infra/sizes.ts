import type { Settings } from './settings-schema.ts'

/** How much of each part there is. */
export interface Size {
  /** Of the database. Of its connections there are few left at four fifths of what RDS allows for the memory of the class. */
  instance: {
    class: string
    diskGigabytes: number
    isMultiZone: boolean
    backupDays: number
    manyConnections: number
  }
  /** A task of the backend; Fargate's units: 1,024 are one virtual CPU. */
  task: { cpu: number; memoryMegabytes: number }
  /** How many tasks there are, and how many there may be. */
  tasks: { least: number; most: number }
  /**
   * How many of a function may run at once where each holds a connection of the database; undefined for as many as the
   * account allows, of which a new one has ten in all and none to set aside.
   */
  functionConcurrency?: number
  /** Requests a second that the gateway takes from everybody together, and at once. */
  throttle: { rate: number; burst: number }
  /** Days for which logs are kept. */
  logDays: number
  /** When the bill of a month comes to this, the operator hears of it. It follows from `npm run cost`: a test compares. */
  monthlyDollars: number
}

export const sizes: Readonly<Record<Settings['size'], Size>> = {
  demo: {
    instance: {
      class: 't4g.micro',
      diskGigabytes: 20,
      isMultiZone: false,
      backupDays: 1,
      manyConnections: 65,
    },
    task: { cpu: 256, memoryMegabytes: 512 },
    tasks: { least: 1, most: 2 },
    throttle: { rate: 100, burst: 200 },
    logDays: 7,
    monthlyDollars: 70,
  },
  small: {
    instance: {
      class: 't4g.small',
      diskGigabytes: 20,
      isMultiZone: false,
      backupDays: 7,
      manyConnections: 150,
    },
    task: { cpu: 512, memoryMegabytes: 1_024 },
    tasks: { least: 2, most: 4 },
    throttle: { rate: 500, burst: 1_000 },
    logDays: 30,
    monthlyDollars: 130,
  },
  large: {
    instance: {
      class: 'r8g.xlarge',
      diskGigabytes: 200,
      isMultiZone: true,
      backupDays: 7,
      manyConnections: 2_700,
    },
    task: { cpu: 1_024, memoryMegabytes: 2_048 },
    tasks: { least: 3, most: 20 },
    functionConcurrency: 50,
    throttle: { rate: 5_000, burst: 10_000 },
    logDays: 30,
    monthlyDollars: 4_100,
  },
}
