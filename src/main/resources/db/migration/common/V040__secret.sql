create table secret (
	id varchar(32) primary key,
	owner varchar(40) not null,
	ciphertext bytea not null,
	created_at timestamp with time zone not null
);
