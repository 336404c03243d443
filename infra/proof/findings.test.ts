import { expect, test } from 'vitest'
import { acceptedFindings } from '../accepted-findings.ts'
import { planFor } from '../plan.ts'
import { settings } from '../settings.ts'
import { differences } from './differences.ts'
import { findingsOf } from './findings.ts'

const demo = { ...settings, size: 'demo' } as const
const accepted = Object.keys(acceptedFindings(planFor(demo)))
const found = findingsOf(demo)

test('what the checks find without the list of what is accepted is exactly that list', () => {
  expect(differences('The list of accepted findings', found, accepted)).toEqual([])
})

test('a finding that is not accepted is named, and so is an acceptance of what nobody finds', () => {
  const [first = '', ...others] = accepted
  expect(differences('The list of accepted findings', found, [...others, 'AwsSolutions::Nothing'])).toEqual([
    `The list of accepted findings lacks: ${first}`,
    'The list of accepted findings has, although nothing asks for it: AwsSolutions::Nothing',
  ])
})
