-- What a step found out, whole, so that somebody can look at it later.
create table evidence (
	run_id bigint not null references run (id),
	step_key varchar(40) not null,
	attempt integer not null,
	document text not null,
	sha256 varchar(64) not null,
	at timestamp with time zone not null,
	primary key (run_id, step_key, attempt)
);
