create table migration_example (
	migration_id varchar(8) primary key references migration (id),
	from_id varchar(8) not null,
	from_name varchar(60) not null,
	answers text not null
);
