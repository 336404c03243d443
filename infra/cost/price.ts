/** What a unit costs, and who says so. */
export interface Price {
  usd: number
  unit: string
  region: 'us-east-1'
  /** On which day it was looked up. */
  date: string
  /** AWS's page for it, read there or as quoted by others that year; 'from memory' where nothing was at hand. */
  source: string
  note: string
}

/** So much of what has a price is free each month, for ever. What is free for a year alone is no allowance. */
export interface Allowance extends Omit<Price, 'usd'> {
  amount: number
}

const page = (path: string) => `https://aws.amazon.com/${path}/pricing/`

/** The pages of AWS that tell the prices. */
export const pages = {
  fargate: page('fargate'),
  balancer: page('elasticloadbalancing'),
  postgres: page('rds/postgresql'),
  lambda: page('lambda'),
  dynamo: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  cognito: page('cognito'),
  cloudFront: page('cloudfront'),
  cloudWatch: page('cloudwatch'),
  build: page('codebuild'),
  pipeline: page('codepipeline'),
} as const

const LOOKED_UP = '2026-11-26'
const terms = { region: 'us-east-1', date: LOOKED_UP } as const

export const price = (usd: number, unit: string, source: string, note: string): Price => ({
  ...terms,
  usd,
  unit,
  source,
  note,
})

export const remembered = (usd: number, unit: string, note: string): Price =>
  price(usd, unit, 'from memory', note)

export const allowance = (amount: number, unit: string, source: string, note: string): Allowance => ({
  ...terms,
  amount,
  unit,
  source,
  note,
})
