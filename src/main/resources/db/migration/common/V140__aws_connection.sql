create table aws_connection (
	id varchar(12) primary key,
	team_id bigint not null,
	name varchar(60) not null,
	external_id varchar(64) not null unique,
	account_id varchar(12) not null,
	region varchar(25) not null,
	role_arn varchar(200) not null,
	key_id varchar(128) not null,
	secret_id varchar(32),
	principal varchar(300) not null,
	problem varchar(2000) not null,
	tested_at timestamp with time zone,
	added_by bigint not null,
	added_at timestamp with time zone not null,
	unique (team_id, name)
);

alter table migration add column aws_connection_id varchar(12) references aws_connection (id);
