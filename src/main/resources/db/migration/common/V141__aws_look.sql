create table aws_look (
	migration_id varchar(8) primary key references migration (id),
	connection_id varchar(12) not null,
	plan_number integer not null,
	document text not null,
	looked_by varchar(120) not null,
	looked_at timestamp with time zone not null
);
