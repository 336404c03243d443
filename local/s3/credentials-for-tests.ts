export const region = 'us-east-1'
export const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local-secret-access-key' }
