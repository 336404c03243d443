const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

/** Small and quiet: one machine, one person, everything idle most of the time. */
const small = {
  shared_buffers: '32MB',
  max_connections: '80',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  jit: 'off',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
}

/** Statements that fail are told to whoever sent them, never to the log: they hold what people wrote. */
const discreet = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** For data that nobody will miss. */
const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
}

/** The arguments that set all of this for the program `postgres`. */
export function settingArguments(port: number, throwaway: boolean): string[] {
  const settings = { ...always, ...small, ...discreet, ...(throwaway ? careless : {}), port: String(port) }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
