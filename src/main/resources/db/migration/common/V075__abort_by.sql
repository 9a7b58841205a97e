alter table approval add column abort_by timestamp with time zone;
