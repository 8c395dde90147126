/**
 * PostgreSQL's settings for a machine with 1 GB, written anew to porchlight.conf at every start.
 * postgresql.conf includes it and belongs to the operator: what she adds there wins.
 */
export const settings = `# Written by Porchlight at every start. Put your own settings in postgresql.conf: they win.

# Small: the operating system's cache does the rest.
max_connections = 60
shared_buffers = 64MB
effective_cache_size = 256MB
work_mem = 4MB
maintenance_work_mem = 32MB
autovacuum_max_workers = 2
max_wal_size = 512MB

# An acknowledged word is on the disk.
fsync = on
synchronous_commit = on
full_page_writes = on

# Many short queries: compiling or spreading them costs more than it saves,
# and parallel workers need more shared memory than a container has by default.
jit = off
max_parallel_workers_per_gather = 0
random_page_cost = 1.1

# A killed server's unfinished statements end soon after it.
client_connection_check_interval = 2s

# The log tells how the database fares, never what people wrote: statements, parameters and the
# values in error messages stay out of it. The server logs the errors it meets itself.
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_checkpoints = off
log_statement = none
log_timezone = 'UTC'
timezone = 'UTC'
lc_messages = 'C'
`;

/** The whole of a new cluster's postgresql.conf. */
export const operatorSettings = `include_if_exists = 'porchlight.conf'
# Your own settings go below this line; Porchlight never changes this file.
`;
