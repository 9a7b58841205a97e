create table team_connection (
	id varchar(12) primary key,
	team_id bigint not null,
	name varchar(60) not null,
	secret_id varchar(32) not null,
	last_four varchar(4) not null,
	email varchar(254) not null,
	scopes varchar(200) not null,
	requests_left integer not null,
	problem varchar(1000) not null,
	tested_at timestamp with time zone not null,
	added_by bigint not null,
	added_at timestamp with time zone not null,
	unique (team_id, name)
);

alter table migration add column connection_id varchar(12);
