-- The same words on both sides, whatever the servers are set to.
set search_path = pg_catalog;
set datestyle = 'ISO, YMD';
set intervalstyle = 'postgres';
set timezone = 'UTC';
set extra_float_digits = 1;
set bytea_output = 'hex';
set lc_monetary = 'C';
set xmloption = 'content';
set jit = off;
set max_parallel_workers_per_gather = 0;
set row_security = off;
set statement_timeout = 0;
set lock_timeout = '30s';
