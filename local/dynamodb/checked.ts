import batchGetItem from 'dynalite/validations/batchGetItem.js'
import batchWriteItem from 'dynalite/validations/batchWriteItem.js'
import createTable from 'dynalite/validations/createTable.js'
import deleteItem from 'dynalite/validations/deleteItem.js'
import deleteTable from 'dynalite/validations/deleteTable.js'
import describeTable from 'dynalite/validations/describeTable.js'
import describeTimeToLive from 'dynalite/validations/describeTimeToLive.js'
import getItem from 'dynalite/validations/getItem.js'
import validations from 'dynalite/validations/index.js'
import listTables from 'dynalite/validations/listTables.js'
import putItem from 'dynalite/validations/putItem.js'
import query from 'dynalite/validations/query.js'
import scan from 'dynalite/validations/scan.js'
import updateItem from 'dynalite/validations/updateItem.js'
import { invalid } from './dynamodb-error.ts'
import { refusalOf } from './engine.ts'
import { limits } from './engine-store.ts'
import { assertEvaluable } from './evaluable.ts'
import type { Input } from './input.ts'

const rules = {
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  CreateTable: createTable,
  DeleteItem: deleteItem,
  DeleteTable: deleteTable,
  DescribeTable: describeTable,
  DescribeTimeToLive: describeTimeToLive,
  GetItem: getItem,
  ListTables: listTables,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  UpdateItem: updateItem,
}

/** Checks an input by the engine's rules and reads its expressions. Throws ValidationException or SerializationException. */
export function checked<Data = Record<string, unknown>>(name: keyof typeof rules, input: Input): Data {
  const { types, custom } = rules[name]
  const unknown = Object.keys(input).find((parameter) => !Object.hasOwn(types, parameter))
  if (unknown !== undefined) throw invalid(`The parameter ${unknown} of ${name} is not supported here.`)
  try {
    const data = validations.checkTypes(input, types)
    validations.checkValidations(data, types, custom, limits)
    assertEvaluable(data)
    return data as Data
  } catch (error) {
    throw refusalOf(error)
  }
}
