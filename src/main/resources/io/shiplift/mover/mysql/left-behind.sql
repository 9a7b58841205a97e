select 'View' as kind, table_name as name from information_schema.views where table_schema = ?
union all select 'Trigger', trigger_name from information_schema.triggers where trigger_schema = ?
union all select concat(upper(left(routine_type, 1)), lower(substr(routine_type, 2))), routine_name
from information_schema.routines where routine_schema = ?
union all select 'Event', event_name from information_schema.events where event_schema = ?
order by kind, name
