create table journal (
	id bigint primary key,
	at timestamp with time zone not null,
	team_id bigint not null,
	migration_id varchar(8),
	run_id bigint,
	step_key varchar(40),
	kind varchar(20) not null,
	actor varchar(120) not null,
	text varchar(2000) not null,
	previous_hash varchar(64) not null,
	hash varchar(64) not null
);

create index journal_by_team on journal (team_id, id);
create index journal_by_migration on journal (migration_id, id);
create index journal_by_run on journal (run_id, id);

create table journal_head (
	last_id bigint not null,
	last_hash varchar(64) not null
);

insert into journal_head (last_id, last_hash) values (0, '0000000000000000000000000000000000000000000000000000000000000000');
