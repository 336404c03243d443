export const region = 'us-east-1'
export const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'a secret for tests' }
