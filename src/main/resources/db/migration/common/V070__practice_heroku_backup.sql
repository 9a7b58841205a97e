-- The scripted Heroku's backups; the files lie with the jobs that wrote them.
create table practice_heroku_backup (
  world varchar(40) not null,
  number integer not null,
  token varchar(120) not null,
  primary key (world, number),
  constraint practice_heroku_backup_once unique (world, token)
);
