select privilege_type from information_schema.schema_privileges where ? like table_schema and privilege_type = 'SELECT'
union select privilege_type from information_schema.user_privileges where privilege_type = 'SELECT'
